/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads event packs (JSON lines: events with facts whose statements are grouped in camps) and
 * prints, for pairs of statements, what the engine measures and votes: one line of JSON a pair of
 * claims. The input of fit.py. With --words before the files each line also has the two sentences
 * and the words each vote marks. */
#include "cld-dates.h"
#include "cld-detect.h"
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-pair.h"
#include <json-glib/json-glib.h>
#include <string.h>

/* Of the pairs of different facts one in so many is printed: they are many, and easy. */
#define OTHERS_KEPT 3

static gboolean with_words;

/* A statement of the pack and where it belongs. */
typedef struct {
    char *fact;
    gint64 camp;
    JsonArray *relations; /* (unowned) of its fact */
} Origin;

static CldArticle *
make_article(const char *source, JsonObject *statement)
{
    CldArticle *article = cld_article_alloc(source, "pack");
    const char *text = json_object_get_string_member(statement, "text");
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    article->outlet =
        g_strdup(json_object_get_string_member_with_default(statement, "outlet", NULL));
    article->published_from = "metadata";
    cld_dates_parse_iso(json_object_get_string_member_with_default(statement, "published", ""),
                        &article->published);
    CldBlock block = {{0, article->text_bytes}, CLD_PART_BODY, 1, NULL};
    g_array_append_val(article->blocks, block);
    return article;
}

static void
add_statement(CldReport *report, GArray *origins, JsonObject *fact, JsonObject *statement)
{
    g_autofree char *source = g_strdup_printf("%u", report->articles->len);
    g_autoptr(GPtrArray) claims = NULL;
    g_ptr_array_add(report->articles, make_article(source, statement));
    claims = cld_extract_claims(g_ptr_array_index(report->articles, report->articles->len - 1),
                                report->articles->len - 1);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
    Origin origin = {g_strdup(json_object_get_string_member(fact, "id")),
                     json_object_get_int_member(statement, "camp"),
                     json_object_get_array_member(fact, "relations")};
    g_array_append_val(origins, origin);
    gint none = -1, first = 0;
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, first);
}

static gboolean
names_camps(JsonObject *relation, gint64 a, gint64 b)
{
    JsonArray *camps = json_object_get_array_member(relation, "camps");
    gint64 x = json_array_get_int_element(camps, 0), y = json_array_get_int_element(camps, 1);
    return (x == a && y == b) || (x == b && y == a);
}

static void
label(const Origin *a, const Origin *b, const char **relation, const char **type)
{
    *relation = "other";
    *type = "";
    if (!g_str_equal(a->fact, b->fact))
        return;
    *relation = a->camp == b->camp ? "agreement" : "neutral";
    for (guint i = 0; i < json_array_get_length(a->relations); i++) {
        JsonObject *row = json_array_get_object_element(a->relations, i);
        if (names_camps(row, a->camp, b->camp)) {
            *relation = json_object_get_string_member(row, "relation");
            *type = json_object_get_string_member_with_default(row, "type", "");
        }
    }
}

static void
print_number(const char *name, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    g_print(", \"%s\": %s", name, g_ascii_formatd(buffer, sizeof buffer, "%.4f", value));
}

static void
print_string(const char *name, const char *text)
{
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_VALUE);
    json_node_set_string(node, text);
    g_autofree char *json = json_to_string(node, FALSE);
    g_print(", \"%s\": %s", name, json);
}

static void
print_marks(const char *name, const CldSpan *marks, const CldView *view)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < CLD_VOTE_MAX_MARKS; i++) {
        g_autofree char *word = cld_span_dup_text(marks[i], view->article->text);
        g_string_append_printf(words, "%s%s", words->len > 0 && *word != '\0' ? ", " : "", word);
    }
    print_string(name, words->str);
}

static void
print_words(const CldDetector *detector, const CldVote *vote, const CldPair *pair)
{
    g_autofree char *name_a = g_strconcat("a-", detector->name, NULL);
    g_autofree char *name_b = g_strconcat("b-", detector->name, NULL);
    g_autofree char *mutable = g_strconcat("mutable-", detector->name, NULL);
    print_marks(name_a, vote->marks_a, pair->a);
    print_marks(name_b, vote->marks_b, pair->b);
    g_autofree char *reason = g_strconcat("reason-", detector->name, NULL);
    print_number(mutable, vote->is_mutable);
    print_string(reason, vote->reason == NULL ? "" : vote->reason);
}

static void
print_pair(const char *event, const CldPair *pair, const GArray *origins)
{
    const char *relation = NULL, *type = NULL;
    guint n = 0;
    const CldDetector *detectors = cld_detect_list(&n);
    guint a = pair->a->claim->article, b = pair->b->claim->article;
    label(&g_array_index(origins, Origin, a), &g_array_index(origins, Origin, b), &relation, &type);
    g_print("{\"event\": \"%s\", \"a\": %u, \"b\": %u, \"relation\": \"%s\", \"type\": \"%s\"",
            event, a, b, relation, type);
    for (guint i = 0; i < CLD_N_FEATURES; i++)
        print_number(cld_feature_get_name((CldFeature)i), pair->features[i]);
    if (with_words) {
        print_string("text-a", pair->a->claim->text);
        print_string("text-b", pair->b->claim->text);
    }
    for (guint i = 0; i < n; i++) {
        CldVote vote = {0};
        if (detectors[i].detect(pair, &vote)) {
            g_autofree char *name = g_strconcat("vote-", detectors[i].name, NULL);
            print_number(name, vote.strength);
            if (with_words)
                print_words(&detectors[i], &vote, pair);
        }
        cld_vote_clear(&vote);
    }
    g_print("}\n");
}

static gboolean
is_one_fact(const GArray *origins, const CldView *a, const CldView *b)
{
    return g_str_equal(g_array_index(origins, Origin, a->claim->article).fact,
                       g_array_index(origins, Origin, b->claim->article).fact);
}

static void
print_event(JsonObject *event)
{
    g_autoptr(CldReport) report = cld_report_new();
    g_autoptr(GArray) origins = g_array_new(FALSE, FALSE, sizeof(Origin));
    const char *name = json_object_get_string_member(event, "event");
    JsonArray *facts = json_object_get_array_member(event, "facts");
    for (guint f = 0; f < json_array_get_length(facts); f++) {
        JsonObject *fact = json_array_get_object_element(facts, f);
        JsonArray *statements = json_object_get_array_member(fact, "statements");
        for (guint s = 0; s < json_array_get_length(statements); s++)
            add_statement(report, origins, fact, json_array_get_object_element(statements, s));
    }
    CldEvent *group = cld_report_add_event(report, name);
    for (guint i = 0; i < report->articles->len; i++)
        g_array_append_val(group->articles, i);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    for (guint i = 0; i < story->views->len; i++)
        for (guint j = i + 1; j < story->views->len; j++) {
            const CldView *a = g_ptr_array_index(story->views, i);
            const CldView *b = g_ptr_array_index(story->views, j);
            if (a->claim->article == b->claim->article ||
                (!is_one_fact(origins, a, b) &&
                 (a->claim->article + b->claim->article) % OTHERS_KEPT != 0))
                continue;
            g_autoptr(CldPair) pair = cld_pair_new(story, i, j);
            print_pair(name, pair, origins);
        }
    for (guint i = 0; i < origins->len; i++)
        g_free(g_array_index(origins, Origin, i).fact);
}

static gboolean
read_pack(const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    if (!g_file_get_contents(path, &bytes, NULL, error))
        return FALSE;
    g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autoptr(JsonParser) parser = json_parser_new();
        if (*lines[i] == '\0')
            continue;
        if (!json_parser_load_from_data(parser, lines[i], -1, error)) {
            g_prefix_error(error, "%s: line %u: ", path, i + 1);
            return FALSE;
        }
        print_event(json_node_get_object(json_parser_get_root(parser)));
    }
    return TRUE;
}

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        g_autoptr(GError) error = NULL;
        if (i == 1 && g_str_equal(argv[i], "--words")) {
            with_words = TRUE;
            continue;
        }
        if (!read_pack(argv[i], &error)) {
            g_printerr("pack-votes: %s\n", error->message);
            return 2;
        }
    }
    return argc > 1 ? 0 : 2;
}
