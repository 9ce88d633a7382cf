/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files, places and ways from place to place in SARIF. */
#include "cld-sarif-place.h"
#include "cld-encode.h"
#include <string.h>

#define BASE "SRCROOT"
#define URI_CHARS                                                                                  \
    G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS

typedef CldJsonWriter Writer;
typedef CldSarif Sarif;

/* An article and the file it stands in: several items of a feed share one. */
typedef struct {
    char *path; /* (owned) */
    guint article;
    guint artifact; /* index among the artifacts */
} FileRow;

/* Messages are shown on screens, so nothing in them may steer one. @text (nullable) */
void
cld_sarif_put_text(Writer *w, const char *name, const char *text)
{
    if (text == NULL) {
        cld_json_null(w, name);
        return;
    }
    g_autoptr(GString) inert = g_string_new(NULL);
    cld_encode_terminal(inert, text, -1);
    cld_json_string(w, name, inert->str);
}

/* A message object that holds @text as it is, but inert. */
void
cld_sarif_put_message(Writer *w, const char *name, const char *text)
{
    cld_json_open_inline(w, name, '{');
    cld_sarif_put_text(w, "text", text);
    cld_json_close(w, '}');
}

/* Returns: %TRUE if every percent sign begins an encoded byte */
static gboolean
is_encoded(const char *url)
{
    for (const char *p = strchr(url, '%'); p != NULL; p = strchr(p + 1, '%')) {
        if (!g_ascii_isxdigit(p[1]) || !g_ascii_isxdigit(p[2]))
            return FALSE;
    }
    return TRUE;
}

/* A path, or the address that was given instead, as a reference of RFC 3986. A colon would make its
 * first part a scheme, so it is encoded with the rest. */
static char *
dup_uri(const char *path, gboolean *is_relative)
{
    *is_relative = FALSE;
    if (g_str_has_prefix(path, "http://") || g_str_has_prefix(path, "https://"))
        return g_uri_escape_string(path, is_encoded(path) ? URI_CHARS "%" : URI_CHARS, FALSE);
    g_autofree char *escaped = g_uri_escape_string(path, "/", FALSE);
    if (g_path_is_absolute(path))
        return g_strconcat("file://", escaped, NULL);
    *is_relative = TRUE;
    return g_steal_pointer(&escaped);
}

/* Returns: the index of @path among the artifacts, -1: it is none */
static gint
find_file(const Sarif *s, const char *path)
{
    guint low = 0, high = s->files->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const FileRow *row = &g_array_index(s->files, FileRow, middle);
        gint order = strcmp(row->path, path);
        if (order == 0)
            return (gint)row->artifact;
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return -1;
}

static void
put_artifact_location(Sarif *s, const char *name, const char *path, gint index)
{
    gboolean is_relative = FALSE;
    g_autofree char *uri = dup_uri(path, &is_relative);
    cld_json_open_inline(&s->w, name, '{');
    cld_json_string(&s->w, "uri", uri);
    if (is_relative)
        cld_json_string(&s->w, "uriBaseId", BASE);
    if (index >= 0)
        cld_json_integer(&s->w, "index", index);
    cld_json_close(&s->w, '}');
}

/* Readers want a line; a file without lines has the first. */
static void
put_region(Writer *w, const CldPlace *place, const CldSide *side)
{
    cld_json_open_inline(w, "region", '{');
    cld_json_integer(w, "startLine", MAX(place->line, 1));
    if (place->column > 0) {
        cld_json_integer(w, "startColumn", place->column);
        cld_json_integer(w, "endLine", place->line);
        cld_json_integer(w, "endColumn", place->end_column);
    }
    cld_sarif_put_message(w, "snippet", side->claim->text);
    cld_json_close(w, '}');
}

/* Members of a location between its braces. */
static void
put_physical_location(Sarif *s, const CldSide *side)
{
    g_auto(CldPlace) place = {0};
    cld_place_init(&place, s->report, side);
    cld_json_open(&s->w, "physicalLocation", '{');
    put_artifact_location(s, "artifactLocation", place.path, find_file(s, place.path));
    put_region(&s->w, &place, side);
    cld_json_close(&s->w, '}');
}

/* Writes where the notice stands, and where the other sides do, numbered as the message links them.
 */
void
cld_sarif_put_locations(Sarif *s, const CldNotice *notice)
{
    Writer *w = &s->w;
    const GPtrArray *sides = notice->finding->sides;
    cld_json_open(w, "locations", '[');
    cld_json_open(w, NULL, '{');
    put_physical_location(s, sides->pdata[notice->lead]);
    cld_json_close(w, '}');
    cld_json_close(w, ']');
    if (sides->len == 1)
        return;
    cld_json_open(w, "relatedLocations", '[');
    for (guint i = 0, id = 0; i < sides->len; i++) {
        const CldSide *side = g_ptr_array_index(sides, i);
        if (i == notice->lead)
            continue;
        cld_json_open(w, NULL, '{');
        cld_json_integer(w, "id", ++id);
        put_physical_location(s, side);
        cld_sarif_put_message(w, "message", cld_view_get_label(s->view, side->claim->article));
        cld_json_close(w, '}');
    }
    cld_json_close(w, ']');
}

static CldWhen
published_of(const Sarif *s, const CldSide *side)
{
    const CldArticle *article = cld_view_get_article(s->view, side->claim->article);
    return article == NULL ? CLD_WHEN_UNKNOWN : article->published;
}

typedef struct {
    const CldSide *side; /* borrowed */
    CldWhen when;
    guint index;
} Step;

/* By date of publication; what has none comes last, in its old order. */
static gint
compare_steps(gconstpointer a, gconstpointer b)
{
    const Step *x = a, *y = b;
    gboolean is_known = cld_when_is_known(x->when);
    if (is_known != cld_when_is_known(y->when))
        return is_known ? -1 : 1;
    if (is_known && x->when.from != y->when.from)
        return x->when.from < y->when.from ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void
put_step(Sarif *s, const Step *step)
{
    g_autofree char *date = cld_view_dup_date(step->when);
    g_autofree char *text =
        g_strdup_printf("%s, %s", cld_view_get_label(s->view, step->side->claim->article),
                        date != NULL ? date : "no date");
    cld_json_open(&s->w, NULL, '{');
    cld_json_open(&s->w, "location", '{');
    put_physical_location(s, step->side);
    cld_sarif_put_message(&s->w, "message", text);
    cld_json_close(&s->w, '}');
    cld_json_close(&s->w, '}');
}

static void
put_steps(Sarif *s, const GArray *steps)
{
    static const char *const levels[] = {"codeFlows", NULL, "threadFlows", NULL, "locations"};
    for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
        cld_json_open(&s->w, levels[i], i % 2 == 0 ? '[' : '{');
    for (guint i = 0; i < steps->len; i++)
        put_step(s, &g_array_index(steps, Step, i));
    for (guint i = G_N_ELEMENTS(levels); i > 0; i--)
        cld_json_close(&s->w, i % 2 == 1 ? ']' : '}');
}

/* Writes the sides in the order of time where there are more than two or one replaces the other:
 * readers draw it as a way through the files. */
void
cld_sarif_put_flow(Sarif *s, const CldNotice *notice)
{
    const CldFinding *finding = notice->finding;
    gboolean is_update = cld_type_get_info(finding->type)->kind == CLD_KIND_UPDATE;
    if (finding->sides->len < (is_update ? 2 : 3))
        return;
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        const Step step = {side, published_of(s, side), i};
        g_array_append_val(steps, step);
    }
    g_array_sort(steps, compare_steps);
    put_steps(s, steps);
}

static void
put_article(Writer *w, const CldArticle *article)
{
    g_autofree char *published = cld_when_dup_from(article->published);
    cld_json_open_inline(w, NULL, '{');
    cld_sarif_put_text(w, "source", article->source);
    cld_sarif_put_text(w, "outlet", article->outlet);
    cld_json_string(w, "published", published);
    cld_sarif_put_text(w, "title", article->title);
    cld_json_close(w, '}');
}

/* Returns: the row behind those of the file whose first row is @first */
static guint
put_artifact(Sarif *s, guint first)
{
    const FileRow *rows = (const FileRow *)(gpointer)s->files->data;
    guint i = first;
    cld_json_open(&s->w, NULL, '{');
    put_artifact_location(s, "location", rows[first].path, -1);
    cld_json_open(&s->w, "properties", '{');
    cld_json_open(&s->w, "articles", '[');
    for (; i < s->files->len && rows[i].artifact == rows[first].artifact; i++)
        put_article(&s->w, g_ptr_array_index(s->report->articles, rows[i].article));
    cld_json_close(&s->w, ']');
    cld_json_close(&s->w, '}');
    cld_json_close(&s->w, '}');
    return i;
}

/* Writes the files that articles came from, with what is known of those. */
void
cld_sarif_put_artifacts(Sarif *s)
{
    cld_json_open(&s->w, "originalUriBaseIds", '{');
    cld_json_open(&s->w, BASE, '{');
    cld_sarif_put_message(&s->w, "description", "The folder in which claimdiff ran.");
    cld_json_close(&s->w, '}');
    cld_json_close(&s->w, '}');
    cld_json_open(&s->w, "artifacts", '[');
    for (guint i = 0; i < s->files->len;)
        i = put_artifact(s, i);
    cld_json_close(&s->w, ']');
}

static gint
compare_files(gconstpointer a, gconstpointer b)
{
    const FileRow *x = a, *y = b;
    gint order = strcmp(x->path, y->path);
    return order != 0 ? order : (x->article > y->article) - (x->article < y->article);
}

static void
file_row_clear(FileRow *self)
{
    g_free(self->path);
}

/* Returns: (transfer full): the files of the articles, each with its number, sorted by path */
GArray *
cld_sarif_list_files(const CldReport *report)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(FileRow));
    g_array_set_clear_func(files, (GDestroyNotify)file_row_clear);
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        const FileRow row = {cld_notice_dup_file(article->source), i, 0};
        g_array_append_val(files, row);
    }
    g_array_sort(files, compare_files);
    for (guint i = 1; i < files->len; i++) {
        FileRow *row = &g_array_index(files, FileRow, i);
        const FileRow *last = &g_array_index(files, FileRow, i - 1);
        row->artifact = last->artifact + (g_str_equal(row->path, last->path) ? 0 : 1);
    }
    return files;
}

/* Writes the location of a file, which may be none of the artifacts. */
void
cld_sarif_put_file(Sarif *s, const char *path)
{
    put_artifact_location(s, "artifactLocation", path, find_file(s, path));
}
