/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-decisions-text.h"
#include "cld-decision-line.h"
#include <string.h>

/* Two passages of 4,000 characters and 33 reasons of 4,000 fit. */
#define MAX_LINE_BYTES (1024u * 1024u)
#define MAX_RECORDS    1000000u
#define MAX_PROBLEMS   100u

/* Lines that git leaves where two branches changed the same place. */
static const struct {
    const char *begin;
    const char *message;
} conflicts[] = {
    {"<<<<<<<", "merge conflict: one side begins here"},
    {"|||||||", "merge conflict: what both sides came from begins here"},
    {"=======", "merge conflict: the other side begins here"},
    {">>>>>>>", "merge conflict: it ends here"},
};

/* A record and where it stood. */
typedef struct {
    CldDecisionEntry *entry; /* (owned) */
    guint line;
} Row;

typedef struct {
    GArray *rows; /* (element-type Row) */
    GPtrArray *problems;
} Parse;

static void
entry_clear(CldDecisionEntry *self)
{
    cld_decision_unref(self->decision);
    g_free(self->line);
}

static CldDecisionEntry *
entry_new(CldDecision *decision, char *line)
{
    CldDecisionEntry *self = g_atomic_rc_box_new0(CldDecisionEntry);
    self->decision = cld_decision_ref(decision);
    self->line = line;
    return self;
}

/* Returns: (transfer full): a record to be written; a reference to @decision is kept */
CldDecisionEntry *
cld_decision_entry_new(CldDecision *decision)
{
    return entry_new(decision, cld_decision_dup_line(decision));
}

CldDecisionEntry *
cld_decision_entry_ref(CldDecisionEntry *self)
{
    return g_atomic_rc_box_acquire(self);
}

void
cld_decision_entry_unref(CldDecisionEntry *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)entry_clear);
}

/* Returns: (transfer none): what the file is sorted by */
const char *
cld_decision_entry_get_fingerprint(const CldDecisionEntry *self)
{
    return self->decision->target->fingerprint;
}

/* Returns: %TRUE if the fingerprint is that of the record's own passages. Remembered: it is asked
 * for every finding that the record is found for. */
gboolean
cld_decision_entry_is_true(CldDecisionEntry *self)
{
    if (self->trueness == 0) {
        g_autofree char *own = cld_target_dup_own_fingerprint(self->decision->target);
        self->trueness = g_str_equal(own, self->decision->target->fingerprint) ? 1 : -1;
    }
    return self->trueness > 0;
}

static void
problem_free(CldDecisionProblem *self)
{
    g_free(self->message);
    g_free(self);
}

static void G_GNUC_PRINTF(3, 4) add_problem(Parse *parse, guint line, const char *format, ...)
{
    if (parse->problems->len >= MAX_PROBLEMS)
        return; /* enough to begin with; the rest is named when these are mended */
    CldDecisionProblem *problem = g_new0(CldDecisionProblem, 1);
    va_list arguments;
    va_start(arguments, format);
    problem->line = line;
    problem->message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(parse->problems, problem);
}

static const char *
find_conflict(const char *line, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(conflicts); i++) {
        gsize mark = strlen(conflicts[i].begin);
        if (length >= mark && memcmp(line, conflicts[i].begin, mark) == 0)
            return conflicts[i].message;
    }
    return NULL;
}

static gboolean
is_blank(const char *line, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isspace(line[i]))
            return FALSE;
    }
    return TRUE;
}

static void
parse_record(Parse *parse, guint number, const char *line, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CldDecision) decision = cld_decision_parse_line(line, length, &error);
    if (decision == NULL) {
        add_problem(parse, number, "not a record: %s", error->message);
        return;
    }
    Row row = {entry_new(decision, g_strndup(line, length)), number};
    g_strchomp(row.entry->line); /* CR, where git turned the line ends */
    g_array_append_val(parse->rows, row);
}

static void
parse_line(Parse *parse, guint number, const char *line, gsize length)
{
    const char *conflict = find_conflict(line, length);
    if (conflict != NULL)
        add_problem(parse, number, "%s", conflict);
    else if (length > MAX_LINE_BYTES)
        add_problem(parse, number, "longer than %u bytes", MAX_LINE_BYTES);
    else if (parse->rows->len >= MAX_RECORDS)
        add_problem(parse, number, "more than %u records", MAX_RECORDS);
    else if (!is_blank(line, length))
        parse_record(parse, number, line, length);
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
    const Row *x = a;
    const Row *y = b;
    gint order = strcmp(cld_decision_entry_get_fingerprint(x->entry),
                        cld_decision_entry_get_fingerprint(y->entry));
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static void
name_doubles(Parse *parse)
{
    for (guint i = 1; i < parse->rows->len; i++) {
        const Row *first = &g_array_index(parse->rows, Row, i - 1);
        const Row *second = &g_array_index(parse->rows, Row, i);
        const char *fingerprint = cld_decision_entry_get_fingerprint(second->entry);
        if (g_str_equal(cld_decision_entry_get_fingerprint(first->entry), fingerprint))
            add_problem(parse, second->line,
                        "decides %s, which line %u decides too: keep one of the two", fingerprint,
                        first->line);
    }
}

static gint
compare_problems(gconstpointer a, gconstpointer b)
{
    const CldDecisionProblem *x = *(const CldDecisionProblem *const *)a;
    const CldDecisionProblem *y = *(const CldDecisionProblem *const *)b;
    return (x->line > y->line) - (x->line < y->line);
}

static void
row_clear(Row *self)
{
    g_clear_pointer(&self->entry, cld_decision_entry_unref);
}

static void
parse_lines(Parse *parse, const char *bytes, gsize length)
{
    const char *end = bytes + length;
    guint number = 1;
    for (const char *line = bytes; line < end; number++) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        stop = stop != NULL ? stop : end;
        parse_line(parse, number, line, (gsize)(stop - line));
        line = stop + 1;
    }
}

static GPtrArray *
take_entries(GArray *rows)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func((GDestroyNotify)cld_decision_entry_unref);
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(entries, g_steal_pointer(&g_array_index(rows, Row, i).entry));
    return entries;
}

/**
 * cld_decisions_parse:
 * @bytes: (array length=length_bytes): a decisions file
 * @length_bytes: its length
 * @problems: (out) (transfer full) (element-type CldDecisionProblem): lines that cannot be used, by
 *   line; the first hundred
 *
 * Returns: (transfer full) (nullable) (element-type CldDecisionEntry): the records sorted by
 * fingerprint; %NULL if there are @problems
 */
GPtrArray *
cld_decisions_parse(const char *bytes, gsize length_bytes, GPtrArray **problems)
{
    Parse parse = {g_array_new(FALSE, FALSE, sizeof(Row)),
                   g_ptr_array_new_with_free_func((GDestroyNotify)problem_free)};
    g_array_set_clear_func(parse.rows, (GDestroyNotify)row_clear);
    parse_lines(&parse, bytes, length_bytes);
    g_array_sort(parse.rows, compare_rows);
    name_doubles(&parse);
    g_ptr_array_sort(parse.problems, compare_problems);
    GPtrArray *entries = parse.problems->len == 0 ? take_entries(parse.rows) : NULL;
    g_array_unref(parse.rows);
    *problems = parse.problems;
    return entries;
}

/* Returns: (transfer full): the file that holds @entries (element-type CldDecisionEntry) */
char *
cld_decisions_print(const GPtrArray *entries, gsize *length_bytes)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < entries->len; i++) {
        const CldDecisionEntry *entry = g_ptr_array_index(entries, i);
        g_string_append(out, entry->line);
        g_string_append_c(out, '\n');
    }
    *length_bytes = out->len;
    return g_string_free(out, FALSE);
}
