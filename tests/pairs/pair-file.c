/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "pair-file.h"
#include <gio/gio.h>
#include <string.h>

/* A twin changes as little as possible: of all words of two twins, this share stands in both. */
#define MIN_TWIN_LIKENESS 0.4

#define DEFAULT_DATE "2025-11-09"

static const char *const default_outlets[] = {"Outlet A", "Outlet B"};

static void
row_free(PairRow *self)
{
    g_clear_pointer(&self->types, g_hash_table_unref);
    g_free(self->text);
    g_free(self->reason);
    for (guint i = 0; i < G_N_ELEMENTS(self->sides); i++) {
        g_free(self->sides[i].outlet);
        g_free(self->sides[i].headline);
        g_free(self->sides[i].text);
    }
    g_free(self);
}

void
pair_file_free(PairFile *self)
{
    g_free(self->path);
    g_ptr_array_unref(self->rows);
    g_free(self);
}

static gboolean
fail(GError **error, const PairFile *file, guint line, const char *message, const char *what)
{
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%u: %s%s%s", file->path, line,
                message, what == NULL ? "" : ": ", what == NULL ? "" : what);
    return FALSE;
}

/* "contradiction/number" -> the type */
static gboolean
parse_type(const char *text, CldType *type)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", 2);
    return g_strv_length(parts) == 2 && cld_type_from_tags(parts[0], parts[1], type);
}

/* "none", or types separated by blanks */
static GHashTable *
parse_expectation(const char *text)
{
    g_autoptr(GHashTable) types = g_hash_table_new(NULL, NULL);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        CldType type;
        if (g_str_equal(words[i], "none") || *words[i] == '\0')
            continue;
        if (!parse_type(words[i], &type))
            return NULL;
        g_hash_table_add(types, GINT_TO_POINTER(type));
    }
    return g_steal_pointer(&types);
}

/* "2025-11-09" or "2025-11-09T18:40" */
static gboolean
parse_date(const char *text, CldWhen *when)
{
    gboolean has_time = strchr(text, 'T') != NULL;
    g_autofree char *full = g_strconcat(text, has_time ? ":00Z" : "T00:00:00Z", NULL);
    g_autoptr(GDateTime) date = g_date_time_new_from_iso8601(full, NULL);
    if (date == NULL)
        return FALSE;
    int year = 0, month = 0, day = 0;
    g_date_time_get_ymd(date, &year, &month, &day);
    *when = has_time ? cld_when_minute(year, month, day, g_date_time_get_hour(date),
                                       g_date_time_get_minute(date))
                     : cld_when_day(year, month, day);
    return TRUE;
}

/* "Harbour Wire 2025-11-09T18:40" -> outlet and date; either may be missing */
static gboolean
parse_prefix(PairSide *side, const char *prefix)
{
    if (g_str_equal(prefix, "same")) {
        side->is_same_article = TRUE;
        return TRUE;
    }
    const char *last = strrchr(prefix, ' ');
    last = last == NULL ? prefix : last + 1;
    if (g_ascii_isdigit(*last) && !parse_date(last, &side->published))
        return FALSE;
    g_autofree char *outlet =
        g_ascii_isdigit(*last) ? g_strndup(prefix, (gsize)(last - prefix)) : g_strdup(prefix);
    g_strstrip(outlet);
    if (*outlet != '\0') {
        g_free(side->outlet);
        side->outlet = g_steal_pointer(&outlet);
    }
    return TRUE;
}

/* "[Harbour Wire 2025-11-09] Headline :: The fire killed 14 people." */
static gboolean
parse_side(PairSide *side, const char *text)
{
    if (*text == '[') {
        const char *closing = strchr(text, ']');
        if (closing == NULL)
            return FALSE;
        g_autofree char *prefix = g_strndup(text + 1, (gsize)(closing - text - 1));
        if (!parse_prefix(side, prefix))
            return FALSE;
        text = closing + 1;
    }
    g_auto(GStrv) parts = g_strsplit(text, " :: ", 2);
    guint n_parts = g_strv_length(parts);
    side->headline = n_parts == 2 ? g_strdup(g_strstrip(parts[0])) : NULL;
    side->text = n_parts > 0 ? g_strdup(g_strstrip(parts[n_parts - 1])) : g_strdup("");
    return *side->text != '\0';
}

static PairRow *
parse_row(const char *line)
{
    PairRow *row = g_new0(PairRow, 1);
    g_auto(GStrv) halves = g_strsplit(line, "|", -1);
    gboolean is_good = g_strv_length(halves) == 2;
    row->text = g_strdup(line);
    for (guint i = 0; i < G_N_ELEMENTS(row->sides) && is_good; i++) {
        row->sides[i].outlet = g_strdup(default_outlets[i]);
        parse_date(DEFAULT_DATE, &row->sides[i].published);
        is_good = parse_side(&row->sides[i], g_strstrip(halves[i]));
    }
    if (is_good && !row->sides[0].is_same_article)
        return row;
    row_free(row);
    return NULL;
}

/* What the lines before a row have said. */
typedef struct {
    GHashTable *types; /* (owned) (nullable) */
    char *reason;      /* (owned) (nullable) */
} Header;

static gboolean
add_row(PairFile *self, Header *header, const char *line, guint number, GError **error)
{
    if (header->types == NULL)
        return fail(error, self, number, "a row before any \"=\" line", line);
    PairRow *row = parse_row(line);
    if (row == NULL)
        return fail(error, self, number, "no \"statement | statement\"", line);
    row->line = number;
    row->types = g_hash_table_ref(header->types);
    row->reason = g_steal_pointer(&header->reason);
    g_ptr_array_add(self->rows, row);
    return TRUE;
}

static gboolean
parse_line(PairFile *self, Header *header, const char *line, guint number, GError **error)
{
    switch (*line) {
    case '\0':
    case '#':
        return TRUE;
    case '@':
        self->has_type = parse_type(line + strspn(line, "@ "), &self->type);
        self->kind = self->has_type ? cld_type_get_info(self->type)->kind : CLD_KIND_CONTRADICTION;
        return self->has_type || fail(error, self, number, "no such type", line);
    case '!':
        g_free(header->reason);
        header->reason = g_strdup(line + strspn(line, "! "));
        return TRUE;
    case '=':
        g_clear_pointer(&header->types, g_hash_table_unref);
        header->types = parse_expectation(line + strspn(line, "= "));
        return header->types != NULL || fail(error, self, number, "no such type", line);
    default:
        return add_row(self, header, line, number, error);
    }
}

/* Returns: (transfer full): the file, or %NULL with @error saying which line is wrong */
PairFile *
pair_file_load(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    g_autoptr(PairFile) self = g_new0(PairFile, 1);
    self->path = g_path_get_basename(path);
    self->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Header header = {NULL, NULL};
    gboolean is_good = TRUE;
    for (guint i = 0; lines[i] != NULL && is_good; i++)
        is_good = parse_line(self, &header, g_strstrip(lines[i]), i + 1, error);
    g_clear_pointer(&header.types, g_hash_table_unref);
    g_free(header.reason);
    return is_good ? g_steal_pointer(&self) : NULL;
}

static GHashTable *
word_set(const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) words = g_strsplit_set(folded, " ,.;:?!|[]\"", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
            g_hash_table_add(set, g_strdup(words[i]));
    return set;
}

static double
likeness(const char *a, const char *b)
{
    g_autoptr(GHashTable) x = word_set(a);
    g_autoptr(GHashTable) y = word_set(b);
    guint n_shared = 0;
    GHashTableIter iter;
    gpointer word;
    g_hash_table_iter_init(&iter, x);
    while (g_hash_table_iter_next(&iter, &word, NULL))
        n_shared += g_hash_table_contains(y, word);
    return (double)n_shared / (g_hash_table_size(x) + g_hash_table_size(y) - n_shared);
}

static gboolean
has_same_types(GHashTable *a, GHashTable *b)
{
    g_autofree char *x = pair_types_dup(a);
    g_autofree char *y = pair_types_dup(b);
    return g_str_equal(x, y);
}

/**
 * pair_file_check_twins:
 * @self: a file
 * @min_couples: how many it must have
 * @error: return location, or %NULL
 *
 * Rows come in couples: a pair and its twin, little changed, which flips the verdict; one of the
 * two shows the type that the file is about.
 *
 * Returns: %TRUE if all couples are so, and there are enough
 */
gboolean
pair_file_check_twins(const PairFile *self, guint min_couples, GError **error)
{
    for (guint i = 0; i + 1 < self->rows->len; i += 2) {
        const PairRow *row = g_ptr_array_index(self->rows, i);
        const PairRow *twin = g_ptr_array_index(self->rows, i + 1);
        gpointer type = GINT_TO_POINTER(self->type);
        if (has_same_types(row->types, twin->types))
            return fail(error, self, twin->line, "the twin does not flip the verdict", twin->text);
        if (!g_hash_table_contains(row->types, type) && !g_hash_table_contains(twin->types, type))
            return fail(error, self, row->line, "neither shows the file's type", row->text);
        if (likeness(row->text, twin->text) < MIN_TWIN_LIKENESS)
            return fail(error, self, twin->line, "the twin is another pair", twin->text);
    }
    if (self->rows->len % 2 != 0)
        return fail(error, self, 0, "the last row has no twin", NULL);
    if (self->rows->len / 2 < min_couples)
        return fail(error, self, 0, "too few pairs", NULL);
    return TRUE;
}

/* Returns: (transfer full): "contradiction/number update/status", in the order of the table */
char *
pair_types_dup(GHashTable *types)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < CLD_N_TYPES; i++) {
        const CldTypeInfo *info = cld_type_get_info((CldType)i);
        if (g_hash_table_contains(types, GINT_TO_POINTER(i)))
            g_string_append_printf(out, "%s%s/%s", out->len > 0 ? " " : "",
                                   cld_kind_get_tag(info->kind), info->tag);
    }
    return g_string_free(g_string_append(out, out->len == 0 ? "none" : ""), FALSE);
}
