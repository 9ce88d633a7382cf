/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-baseline.h"
#include "cld-durable-file.h"
#include "cld-encode.h"
#include <string.h>

/* A baseline of 100,000 findings is about 20 MB. */
#define MAX_BYTES         (256 * 1024 * 1024)
#define MAX_LINES         1000000u
#define MAX_LINE_BYTES    8192u
#define MAX_PASSAGE_CHARS 60
#define MIN_ID_DIGITS     16u
#define MAX_ID_DIGITS     64u
#define MAX_FAULTS_TOLD   10u

#define FIRST_LINE "# claimdiff baseline 1"
#define FAMILY     "# claimdiff baseline "

static const char header[] = FIRST_LINE
    "\n"
    "# Findings that `claimdiff check` knows and does not report, one a line. Only the id counts;\n"
    "# the rest is for people. Written by `claimdiff check --update-baseline`.\n";

/* What git leaves of a merge that it could not do. */
static const char *const conflict_marks[] = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

typedef struct {
    char *id;   /* (owned) */
    char *line; /* (owned): as read or made, without its end */
    gboolean is_used;
} Entry;

struct CldBaseline {
    GPtrArray *entries; /* (element-type Entry) the first n_sorted by id, each id once */
    guint n_sorted;     /* behind them stand those added since */
};

G_DEFINE_QUARK(cld_baseline_error, cld_baseline_error)

static void
entry_free(Entry *self)
{
    if (self == NULL)
        return;
    g_free(self->id);
    g_free(self->line);
    g_free(self);
}

static GPtrArray *
new_entries(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)entry_free);
}

/* Returns: (transfer full): a baseline without findings */
CldBaseline *
cld_baseline_new(void)
{
    CldBaseline *self = g_new0(CldBaseline, 1);
    self->entries = new_entries();
    return self;
}

void
cld_baseline_free(CldBaseline *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref(self->entries);
    g_free(self);
}

/* The sorted entry of @id, or NULL. A sorted array and not a hash table: the ids come from a file
 * that anyone may have written. */
static Entry *
find_entry(const CldBaseline *self, const char *id)
{
    guint low = 0, high = self->n_sorted;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        Entry *entry = g_ptr_array_index(self->entries, middle);
        gint order = strcmp(entry->id, id);
        if (order == 0)
            return entry;
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return NULL;
}

/* The length of the id that @line begins with; 0: none. */
static gsize
id_length(const char *line)
{
    gsize n = strspn(line, "0123456789abcdef");
    return n >= MIN_ID_DIGITS && n <= MAX_ID_DIGITS && (line[n] == ' ' || line[n] == '\0') ? n : 0;
}

/* Behind the id stands what the finding was; a baseline of another program's words is refused
 * rather than half understood. */
static gboolean
has_known_type(const char *rest)
{
    CldType type;
    g_auto(GStrv) words = g_strsplit(rest, " ", 2);
    g_auto(GStrv) tags = g_strsplit(words[0] != NULL ? words[0] : "", "/", 2);
    return tags[0] != NULL && tags[1] != NULL && cld_type_from_tags(tags[0], tags[1], &type);
}

/* Returns: (nullable): what is wrong with @line, which is not a comment */
static const char *
find_fault(const char *line)
{
    gsize n = id_length(line);
    if (strlen(line) > MAX_LINE_BYTES)
        return "is too long";
    if (!g_utf8_validate(line, -1, NULL))
        return "is not UTF-8";
    if (n == 0)
        return "does not begin with the id of a finding";
    if (line[n] == '\0' || !has_known_type(line + n + 1))
        return "has no kind and type of finding behind the id";
    return NULL;
}

static gboolean
is_conflict(const char *line)
{
    for (gsize i = 0; i < G_N_ELEMENTS(conflict_marks); i++) {
        gsize n = strlen(conflict_marks[i]);
        if (strncmp(line, conflict_marks[i], n) == 0 && (line[n] == ' ' || line[n] == '\0'))
            return TRUE;
    }
    return FALSE;
}

/* Faults of a file, the first few of them in words. */
typedef struct {
    GString *told;
    guint n;
    guint n_conflicts;
} Faults;

static void
add_fault(Faults *faults, guint line_number, const char *fault)
{
    if (faults->n++ < MAX_FAULTS_TOLD)
        g_string_append_printf(faults->told, "%sline %u %s", faults->n == 1 ? "" : "; ",
                               line_number, fault);
}

static void
take_line(CldBaseline *self, char *line, guint line_number, Faults *faults)
{
    g_strchomp(line); /* also the carriage return of an editor */
    if (*line == '\0' || *line == '#')
        return;
    if (is_conflict(line)) {
        faults->n_conflicts++;
        add_fault(faults, line_number, "is the mark of a merge that was not finished");
        return;
    }
    const char *fault = find_fault(line);
    if (fault != NULL) {
        add_fault(faults, line_number, fault);
        return;
    }
    Entry *entry = g_new0(Entry, 1);
    entry->id = g_strndup(line, id_length(line));
    entry->line = g_strdup(line);
    g_ptr_array_add(self->entries, entry);
}

static gint
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *x = *(Entry *const *)a;
    const Entry *y = *(Entry *const *)b;
    gint order = strcmp(x->id, y->id);
    return order != 0 ? order : strcmp(x->line, y->line);
}

/* A merge may leave one finding on two lines, or lines out of order: both are harmless. */
static void
sort_entries(CldBaseline *self)
{
    g_autoptr(GPtrArray) all = self->entries;
    g_ptr_array_sort(all, compare_entries);
    self->entries = new_entries();
    for (guint i = 0; i < all->len; i++) {
        Entry *entry = g_steal_pointer((Entry **)&all->pdata[i]);
        guint n = self->entries->len;
        Entry *last = n > 0 ? g_ptr_array_index(self->entries, n - 1) : NULL;
        if (last == NULL || !g_str_equal(last->id, entry->id)) {
            g_ptr_array_add(self->entries, entry);
            continue;
        }
        last->is_used = last->is_used || entry->is_used;
        entry_free(entry);
    }
    self->n_sorted = self->entries->len;
}

static gboolean
fail_if_faulty(const Faults *faults, GError **error)
{
    if (faults->n == 0)
        return TRUE;
    gboolean is_conflict_only = faults->n_conflicts > 0;
    if (faults->n > MAX_FAULTS_TOLD)
        g_string_append_printf(faults->told, "; and %u more", faults->n - MAX_FAULTS_TOLD);
    g_set_error_literal(error, CLD_BASELINE_ERROR,
                        is_conflict_only ? CLD_BASELINE_ERROR_CONFLICT : CLD_BASELINE_ERROR_LINE,
                        faults->told->str);
    return FALSE;
}

static gboolean
check_first_line(const char *line, GError **error)
{
    g_autofree char *first = g_strchomp(g_strdup(line));
    if (g_str_equal(first, FIRST_LINE))
        return TRUE;
    if (is_conflict(first))
        g_set_error_literal(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_CONFLICT,
                            "line 1 is the mark of a merge that was not finished");
    else if (g_str_has_prefix(first, FAMILY))
        g_set_error_literal(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_VERSION,
                            "it is of a version that this program does not know");
    else
        g_set_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_VERSION,
                    "line 1 is not “%s”: this is no baseline", FIRST_LINE);
    return FALSE;
}

/* @text is cut into its lines. */
static gboolean
take_text(CldBaseline *self, char *text, gsize length_bytes, GError **error)
{
    g_autoptr(GString) told = g_string_new(NULL);
    Faults faults = {.told = told};
    char *end = text + length_bytes;
    guint line_number = 0;
    for (char *line = text; line <= end; line_number++) {
        char *next = memchr(line, '\n', (gsize)(end - line));
        next = next != NULL ? next : end;
        *next = '\0';
        if (line_number == 0 && !check_first_line(line, error))
            return FALSE;
        if (line_number == MAX_LINES) {
            g_set_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_SIZE, "it has over %u lines",
                        MAX_LINES);
            return FALSE;
        }
        if (line_number > 0)
            take_line(self, line, line_number + 1, &faults);
        line = next + 1;
    }
    if (!fail_if_faulty(&faults, error))
        return FALSE;
    sort_entries(self);
    return TRUE;
}

/**
 * cld_baseline_parse:
 * @text: (array length=length_bytes): a baseline file
 * @length_bytes: how long it is
 * @error: return location for a #CldBaselineError
 *
 * Refuses a file of which it does not understand every line: a line skipped would let a finding
 * pass, or bring a known one back, without a word. Empty lines and comments are fine, and so are
 * lines out of order or there twice.
 *
 * Returns: (transfer full) (nullable): the baseline; %NULL with @error naming the lines
 */
CldBaseline *
cld_baseline_parse(const char *text, gsize length_bytes, GError **error)
{
    g_autoptr(CldBaseline) self = cld_baseline_new();
    if (length_bytes > MAX_BYTES) {
        g_set_error(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_SIZE, "it is over %d MiB long",
                    MAX_BYTES / 1024 / 1024);
        return NULL;
    }
    if (memchr(text, '\0', length_bytes) != NULL) {
        g_set_error_literal(error, CLD_BASELINE_ERROR, CLD_BASELINE_ERROR_LINE,
                            "it holds a NUL byte: this is no text");
        return NULL;
    }
    g_autofree char *copy = g_strndup(text, length_bytes);
    return take_text(self, copy, length_bytes, error) ? g_steal_pointer(&self) : NULL;
}

/**
 * cld_baseline_load:
 * @path: the file
 * @error: return location; G_IO_ERROR_NOT_FOUND if there is no such file
 *
 * Returns: (transfer full) (nullable): the baseline; %NULL with @error naming file and lines
 */
CldBaseline *
cld_baseline_load(const char *path, GError **error)
{
    CldFileStamp stamp;
    CldBaseline *self = NULL;
    g_autoptr(GBytes) bytes = cld_durable_file_read(path, MAX_BYTES, &stamp, error);
    if (bytes == NULL) {
        g_prefix_error(error, "baseline ");
        return NULL;
    }
    gsize length = 0;
    const char *text = g_bytes_get_data(bytes, &length);
    if (stamp.inode == 0)
        g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such file");
    else
        self = cld_baseline_parse(text != NULL ? text : "", length, error);
    if (self == NULL)
        g_prefix_error(error, "baseline %s: ", path);
    return self;
}

static void
settle(CldBaseline *self)
{
    if (self->n_sorted < self->entries->len)
        sort_entries(self);
}

/* Returns: how many findings it holds */
guint
cld_baseline_get_size(CldBaseline *self)
{
    settle(self);
    return self->entries->len;
}

/* Returns: %TRUE if the finding @id stands in it; that line then counts as used */
gboolean
cld_baseline_use(CldBaseline *self, const char *id)
{
    settle(self);
    Entry *entry = find_entry(self, id);
    if (entry != NULL)
        entry->is_used = TRUE;
    return entry != NULL;
}

/* The passage as people recognise it: one line, its first words. */
static void
append_passage(GString *out, const CldReport *report, const CldSide *side)
{
    const CldClaim *claim = side->claim;
    const CldArticle *article = claim->article < report->articles->len
                                    ? g_ptr_array_index(report->articles, claim->article)
                                    : NULL;
    glong n_chars = g_utf8_strlen(claim->text, -1);
    const char *end = g_utf8_offset_to_pointer(claim->text, MIN(n_chars, MAX_PASSAGE_CHARS));
    if (article != NULL && article->outlet != NULL) {
        cld_encode_terminal(out, article->outlet, -1);
        g_string_append(out, ": ");
    }
    g_string_append(out, "“");
    cld_encode_terminal(out, claim->text, end - claim->text);
    g_string_append(out, n_chars > MAX_PASSAGE_CHARS ? "…”" : "”");
}

static char *
dup_line(const CldReport *report, const CldFinding *finding)
{
    const CldTypeInfo *info = cld_type_get_info(finding->type);
    GString *out = g_string_new(finding->id);
    g_string_append_printf(out, " %s/%s", cld_kind_get_tag(info->kind), info->tag);
    for (guint i = 0; i < MIN(finding->sides->len, 2); i++) {
        g_string_append(out, i == 0 ? " " : " | ");
        append_passage(out, report, g_ptr_array_index(finding->sides, i));
    }
    return g_string_free(out, FALSE);
}

/* Puts a finding of @report in, or counts its line as used; what stands in the line stays. */
void
cld_baseline_add(CldBaseline *self, const CldReport *report, const CldFinding *finding)
{
    Entry *entry = find_entry(self, finding->id);
    if (entry == NULL) {
        entry = g_new0(Entry, 1);
        entry->id = g_strdup(finding->id);
        entry->line = dup_line(report, finding);
        g_ptr_array_add(self->entries, entry);
    }
    entry->is_used = TRUE;
}

/* Returns: (transfer container) (element-type utf8): the lines that nothing used, in their order */
GPtrArray *
cld_baseline_list_unused(CldBaseline *self)
{
    GPtrArray *lines = g_ptr_array_new();
    settle(self);
    for (guint i = 0; i < self->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(self->entries, i);
        if (!entry->is_used)
            g_ptr_array_add(lines, entry->line);
    }
    return lines;
}

/* Returns: how many lines nothing used; they are gone */
guint
cld_baseline_remove_unused(CldBaseline *self)
{
    guint n_before = cld_baseline_get_size(self); /* sorts first */
    g_autoptr(GPtrArray) all = self->entries;
    self->entries = new_entries();
    for (guint i = 0; i < all->len; i++) {
        if (((Entry *)g_ptr_array_index(all, i))->is_used)
            g_ptr_array_add(self->entries, g_steal_pointer(&all->pdata[i]));
    }
    self->n_sorted = self->entries->len;
    return n_before - self->n_sorted;
}

/* Returns: (transfer full): the file, sorted by id, so that two branches that add findings merge */
char *
cld_baseline_dup_text(CldBaseline *self, gsize *length_bytes)
{
    GString *out = g_string_new(header);
    settle(self);
    for (guint i = 0; i < self->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(self->entries, i);
        g_string_append_printf(out, "%s\n", entry->line);
    }
    if (length_bytes != NULL)
        *length_bytes = out->len;
    return g_string_free(out, FALSE);
}

/**
 * cld_baseline_save:
 * @self: a baseline
 * @path: file to write; a link is followed
 * @error: return location
 *
 * Replaces the file whole, and only once every byte of the new one is on the disk.
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
cld_baseline_save(CldBaseline *self, const char *path, GError **error)
{
    gsize length = 0;
    g_autofree char *text = cld_baseline_dup_text(self, &length);
    g_autofree char *real = cld_durable_file_dup_real_path(path, error);
    g_autoptr(CldFileLock) lock = real != NULL ? cld_durable_file_lock(real, error) : NULL;
    if (lock != NULL && cld_durable_file_replace(lock, real, text, length, error))
        return TRUE;
    g_prefix_error(error, "baseline ");
    return FALSE;
}
