/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints every candidate pair of claims of the given articles, taken as one event, with what the
 * engine measures and votes: one line of JSON a pair. For looking into a miss or a false alarm. */
#include "cld-ask.h"
#include "cld-detect.h"
#include "cld-event.h"
#include "cld-judge-pair.h"
#include "cld-model-choice.h"
#include "cld-model.h"
#include "cld-pair.h"
#include "cld-session.h"
#include "cld-wording.h"
#include <json-glib/json-glib.h>
#include <string.h>

static void
add_string(JsonBuilder *out, const char *name, const char *value)
{
    json_builder_set_member_name(out, name);
    json_builder_add_string_value(out, value);
}

static void
add_number(JsonBuilder *out, const char *name, double value)
{
    json_builder_set_member_name(out, name);
    json_builder_add_double_value(out, value);
}

/* "STEM/CONCEPT/role" with "!" for negated and "v" for a verb. */
static void
add_terms(JsonBuilder *out, const CldView *view)
{
    json_builder_set_member_name(out, "terms");
    json_builder_begin_array(out);
    for (guint i = 0; i < view->claim->terms->len; i++) {
        const CldTerm *term = cld_view_get_term(view, i);
        g_autofree char *text =
            g_strdup_printf("%s%s/%s/%c%s", term->is_negated ? "!" : "", term->stem,
                            term->entity != NULL    ? "NAME"
                            : term->concept != NULL ? term->concept
                                                    : "-",
                            "oSpO"[term->role], term -> is_verb ? "v" : "");
        json_builder_add_string_value(out, text);
    }
    json_builder_end_array(out);
}

static void
add_times(JsonBuilder *out, const CldView *view)
{
    json_builder_set_member_name(out, "times");
    json_builder_begin_array(out);
    for (guint i = 0; i < view->claim->times->len; i++) {
        const CldTimeMention *time = &g_array_index(view->claim->times, CldTimeMention, i);
        g_autofree char *from = cld_when_dup_from(time->when);
        g_autofree char *to = cld_when_dup_to(time->when);
        g_autofree char *text =
            g_strdup_printf("%c %s..%s clock %d", time->relation, from == NULL ? "?" : from,
                            to == NULL ? "?" : to, time->clock_minute);
        json_builder_add_string_value(out, text);
    }
    json_builder_end_array(out);
}

static void
add_view(JsonBuilder *out, const char *name, const CldView *view)
{
    json_builder_set_member_name(out, name);
    json_builder_begin_object(out);
    add_string(out, "file", view->article->source);
    add_string(out, "text", view->claim->text);
    g_autofree char *clause = cld_span_dup_text(view->claim->clause, view->article->text);
    add_string(out, "clause", clause);
    add_terms(out, view);
    add_times(out, view);
    json_builder_end_object(out);
}

static void
add_votes(JsonBuilder *out, const CldPair *pair)
{
    guint n = 0;
    const CldDetector *detectors = cld_detect_list(&n);
    json_builder_set_member_name(out, "votes");
    json_builder_begin_object(out);
    for (guint i = 0; i < n; i++) {
        CldVote vote = {0};
        if (detectors[i].detect(pair, &vote))
            add_number(out, detectors[i].name, vote.strength);
        cld_vote_clear(&vote);
    }
    json_builder_end_object(out);
}

static void
add_shared(JsonBuilder *out, const CldPair *pair)
{
    json_builder_set_member_name(out, "shared");
    json_builder_begin_array(out);
    for (guint i = 0; i < pair->shared->len; i++) {
        const CldSharedKey *key = &g_array_index(pair->shared, CldSharedKey, i);
        json_builder_add_string_value(out, g_ptr_array_index(pair->story->names, key->id));
    }
    json_builder_end_array(out);
}

static void
add_wording(JsonBuilder *out, const CldPair *pair, CldHolders *holders)
{
    double measures[CLD_WORDING_N_MEASURES];
    if (!cld_wording_measure(pair, holders, measures))
        return;
    json_builder_set_member_name(out, "wording");
    json_builder_begin_object(out);
    for (guint i = 0; i < CLD_WORDING_N_MEASURES; i++)
        add_number(out, cld_wording_get_name(i), measures[i]);
    json_builder_end_object(out);
}

static void
print_pair(const CldPair *pair, CldHolders *holders)
{
    g_autoptr(JsonBuilder) out = json_builder_new();
    g_autoptr(CldRuling) ruling = cld_judge_pair(pair);
    json_builder_begin_object(out);
    add_view(out, "a", pair->a);
    add_view(out, "b", pair->b);
    add_number(out, "aligned", pair->aligned);
    add_number(out, "confidence", ruling == NULL ? 0 : ruling->confidence);
    add_string(out, "kind",
               ruling == NULL ? "" : cld_kind_get_tag(cld_type_get_info(ruling->type)->kind));
    add_number(out, "level", pair->level);
    add_number(out, "update", pair->judgement.update);
    add_number(out, "days", (double)pair->days);
    add_number(out, "explained", cld_ruling_is_explained(ruling, pair));
    add_number(out, "ground", cld_judge_has_ground(pair));
    add_string(out, "model-type", pair->judgement.type == NULL ? "" : pair->judgement.type);
    json_builder_set_member_name(out, "features");
    json_builder_begin_object(out);
    for (guint i = 0; i < CLD_N_FEATURES; i++)
        add_number(out, cld_feature_get_name((CldFeature)i), pair->features[i]);
    json_builder_end_object(out);
    add_wording(out, pair, holders);
    add_votes(out, pair);
    add_shared(out, pair);
    json_builder_end_object(out);
    g_autoptr(JsonNode) root = json_builder_get_root(out);
    g_autofree char *line = json_to_string(root, FALSE);
    g_print("%s\n", line);
}

static gboolean
dump(const char *const *paths, CldSessionOptions *options, GError **error)
{
    g_autoptr(CldReport) report = cld_session_compare(paths, options, error);
    if (report == NULL)
        return FALSE;
    g_return_val_if_fail(report->events->len > 0, FALSE);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    g_autoptr(CldHolders) holders = cld_holders_new(story);
    g_autoptr(GPtrArray) pairs = cld_ask_pairs(story, &options->engine, error);
    for (guint i = 0; pairs != NULL && i < pairs->len; i++)
        print_pair(g_ptr_array_index(pairs, i), holders);
    return pairs != NULL;
}

/* pair-dump [--model=DIR] FILE... */
int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldModel) model = NULL;
    CldSessionOptions options = {.engine.is_one_event = TRUE};
    guint first = 1;
    if (argc > 1 && g_str_has_prefix(argv[1], "--model=")) {
        const CldModelChoice choice = {.model = argv[1] + strlen("--model="),
                                       .openvino = g_getenv("CLAIMDIFF_OPENVINO")};
        first = 2;
        if (cld_model_choice_open(&choice, &model, NULL, &error) && model != NULL) {
            options.engine.judge = (struct _CldJudge *)cld_model_get_judge(model);
            options.engine.encoder = (struct _CldEncoder *)cld_model_get_encoder(model);
        }
    }
    if (error != NULL || !dump((const char *const *)argv + first, &options, &error)) {
        g_printerr("pair-dump: %s\n", error != NULL ? error->message : "no article");
        return 2;
    }
    return 0;
}
