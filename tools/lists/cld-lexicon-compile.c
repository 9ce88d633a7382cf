/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Part of the build: writes the word lists of data/ down as cld-lexicon.c reads them.
 * cld-lexicon-compile OUTPUT LIST.txt… */
#include "cld-lexicon-private.h"
#include "cld-tokens.h"
#include <stdio.h>

/* One list while it is read. */
typedef struct {
    CldLexiconList head;
    GArray *nodes;      /* (element-type CldLexiconNode) */
    GArray *edges;      /* (element-type CldLexiconSlot): in order of reading */
    GArray *rows;       /* (element-type guint32) */
    GArray *cells;      /* (element-type guint32) */
    GHashTable *places; /* "from key" of an edge -> index of its child */
} List;

/* All lists share their strings. */
static GString *strings;
static GHashTable *string_places; /* string -> offset + 1 */

static guint32
add_string(const char *string)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(string_places, string));
    if (place == 0) {
        place = (guint)strings->len + 1;
        g_string_append_len(strings, string, (gssize)strlen(string) + 1);
        g_hash_table_insert(string_places, g_strdup(string), GUINT_TO_POINTER(place));
    }
    return place - 1;
}

static void
list_init(List *self)
{
    *self = (List){.nodes = g_array_new(FALSE, TRUE, sizeof(CldLexiconNode)),
                   .edges = g_array_new(FALSE, FALSE, sizeof(CldLexiconSlot)),
                   .rows = g_array_new(FALSE, FALSE, sizeof(guint32)),
                   .cells = g_array_new(FALSE, FALSE, sizeof(guint32)),
                   .places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_array_set_size(self->nodes, 1);
}

static void
list_clear(List *self)
{
    g_array_unref(self->nodes);
    g_array_unref(self->edges);
    g_array_unref(self->rows);
    g_array_unref(self->cells);
    g_hash_table_unref(self->places);
}

static void
add_edge(List *self, guint32 from, const char *key, guint32 child)
{
    CldLexiconSlot edge = {add_string(key), from, child};
    g_array_append_val(self->edges, edge);
    g_hash_table_insert(self->places, g_strdup_printf("%u %s", from, key), GUINT_TO_POINTER(child));
}

/* Returns: the index of the child; 0 for none */
static guint32
find_child(List *self, guint32 from, const char *key)
{
    g_autofree char *place = g_strdup_printf("%u %s", from, key);
    return GPOINTER_TO_UINT(g_hash_table_lookup(self->places, place));
}

static guint32
ensure_child(List *self, guint32 parent, CldLexiconWay way, const char *key)
{
    guint32 from = cld_lexicon_from(parent, way);
    guint32 child = find_child(self, from, key);
    if (child != 0)
        return child;
    child = self->nodes->len;
    g_array_set_size(self->nodes, child + 1);
    g_array_index(self->nodes, CldLexiconNode, parent).sieves[way] |= cld_lexicon_sieve_bit(key);
    add_edge(self, from, key, child);
    return child;
}

static gboolean
is_stem_mark(const CldToken *token)
{
    return token != NULL && !token->is_spaced && g_str_equal(token->lower, "~");
}

/* The first of two lines with one entry wins, so that a list may be read top down. */
static void
add_entry(List *self, const char *entry, guint32 values)
{
    g_autoptr(CldTokens) tokens = cld_tokens_new(entry, (CldSpan){0, strlen(entry)});
    g_autoptr(GString) exact = g_string_new(NULL);
    guint32 node = 0;
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        gboolean is_stem = is_stem_mark(cld_tokens_get(tokens, i + 1));
        node = is_stem ? ensure_child(self, node, CLD_LEXICON_STEM, token->stem)
                       : ensure_child(self, node, CLD_LEXICON_WORD, token->lower);
        g_string_append_printf(exact, "%s%s", i > 0 && token->is_spaced ? " " : "", token->lower);
        i += is_stem ? 1 : 0;
    }
    if (node == 0 || g_array_index(self->nodes, CldLexiconNode, node).values != 0)
        return;
    g_array_index(self->nodes, CldLexiconNode, node).values = values;
    self->head.n_entries++;
    add_edge(self, cld_lexicon_from(0, CLD_LEXICON_EXACT), exact->str, node);
}

static void
add_line(List *self, char *line)
{
    guint32 first = self->cells->len, end = CLD_LEXICON_NO_CELL;
    line[strcspn(line, "#")] = '\0';
    g_auto(GStrv) columns = g_strsplit(g_strchomp(line), "\t", -1);
    if (columns[0] == NULL || *g_strstrip(columns[0]) == '\0')
        return;
    for (char **column = columns; *column != NULL; column++) {
        guint32 cell = add_string(g_strstrip(*column));
        g_array_append_val(self->cells, cell);
    }
    g_array_append_val(self->cells, end);
    g_array_append_val(self->rows, first);
    add_entry(self, columns[0], first + 1);
}

/* Of "found" and "found~", which are one entry to cld_lexicon_lookup(), the last written is met
 * first. Returns: (element-type CldLexiconSlot): the edges where they are sought; half of it is
 * empty */
static GArray *
dup_slots(const List *self)
{
    guint n = 2;
    while (n < self->edges->len * 2)
        n *= 2;
    GArray *slots = g_array_new(FALSE, TRUE, sizeof(CldLexiconSlot));
    g_array_set_size(slots, n);
    for (guint i = self->edges->len; i-- > 0;) {
        const CldLexiconSlot *edge = &g_array_index(self->edges, CldLexiconSlot, i);
        guint32 at = cld_lexicon_hash(edge->from, strings->str + edge->key);
        while (g_array_index(slots, CldLexiconSlot, at % n).child != 0)
            at++;
        g_array_index(slots, CldLexiconSlot, at % n) = *edge;
    }
    return slots;
}

/* Returns: where it stands */
static guint32
append(GByteArray *out, const GArray *items)
{
    static const guint8 zeros[8] = {0};
    g_byte_array_append(out, zeros, (8 - out->len % 8) % 8);
    guint32 at = out->len;
    g_byte_array_append(out, (const guint8 *)items->data,
                        items->len * g_array_get_element_size((GArray *)items));
    return at;
}

static gboolean
add_list(GByteArray *out, guint place, const char *path, GError **error)
{
    List list;
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return FALSE;
    list_init(&list);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        add_line(&list, *line);
    g_autoptr(GArray) slots = dup_slots(&list);
    g_autofree char *name = g_path_get_basename(path);
    *strrchr(name, '.') = '\0';
    list.head.name = add_string(name);
    list.head.slots = append(out, slots);
    list.head.n_slots = slots->len;
    list.head.nodes = append(out, list.nodes);
    list.head.rows = append(out, list.rows);
    list.head.n_rows = list.rows->len;
    list.head.cells = append(out, list.cells);
    list.head.n_cells = list.cells->len;
    memcpy(out->data + sizeof(CldLexiconHeader) + place * sizeof list.head, &list.head,
           sizeof list.head);
    list_clear(&list);
    return TRUE;
}

static gboolean
compile(char **paths, guint n, const char *output, GError **error)
{
    CldLexiconHeader header = {.magic = CLD_LEXICON_MAGIC, .n_lists = n};
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_set_size(out, (guint)(sizeof header + n * sizeof(CldLexiconList)));
    for (guint i = 0; i < n; i++)
        if (!add_list(out, i, paths[i], error))
            return FALSE;
    header.strings = out->len;
    memcpy(out->data, &header, sizeof header);
    g_byte_array_append(out, (const guint8 *)strings->str, (guint)strings->len);
    return g_file_set_contents(output, (const char *)out->data, out->len, error);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc < 3) {
        fprintf(stderr, "usage: cld-lexicon-compile OUTPUT LIST.txt...\n");
        return 2;
    }
    strings = g_string_new(NULL);
    string_places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gboolean is_done = compile(argv + 2, (guint)argc - 2, argv[1], &error);
    if (!is_done)
        fprintf(stderr, "cld-lexicon-compile: %s\n", error->message);
    g_string_free(strings, TRUE);
    g_hash_table_unref(string_places);
    return is_done ? 0 : 1;
}
