/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-lexicon-private.h"
#include <gio/gio.h>

#include "cld-data-en.h"

#define PATH "/org/claimdiff/data/en/lexicons.bin"
/* Lists that a program may ask for; a power of two, several times what there is. */
#define SHELVES_MAX 512

/* Everything but the cells points into the resource. */
struct CldLexicon {
    const CldLexiconSlot *slots;
    guint32 n_slots;
    const CldLexiconNode *nodes;
    const char *strings;
    char **cells; /* (owned): the columns of all rows, each row ended by NULL */
    GPtrArray
        *rows; /* (owned) (element-type GStrv): every line as written, doubles too; in cells */
    guint size;
};

/* Returns: (nullable): the node that @key leads to */
static const CldLexiconNode *
find_node(const CldLexicon *self, guint32 from, const char *key)
{
    for (guint32 at = cld_lexicon_hash(from, key);; at++) {
        const CldLexiconSlot *slot = &self->slots[at & (self->n_slots - 1)];
        if (slot->child == 0)
            return NULL;
        if (slot->from == from && strcmp(self->strings + slot->key, key) == 0)
            return &self->nodes[slot->child];
    }
}

static const CldLexiconNode *
peek_child(const CldLexicon *self, const CldLexiconNode *node, CldLexiconWay way, const char *key)
{
    if ((node->sieves[way] & cld_lexicon_sieve_bit(key)) == 0)
        return NULL;
    return find_node(self, cld_lexicon_from((guint32)(node - self->nodes), way), key);
}

static const char *const *
values_of(const CldLexicon *self, const CldLexiconNode *node)
{
    return node != NULL && node->values != 0 ? (const char *const *)self->cells + node->values
                                             : NULL;
}

/* Returns: (nullable): the file of all lists, as the build made it */
static const guchar *
get_data(void)
{
    static gsize once = 0;
    static const guchar *data;
    if (g_once_init_enter(&once)) {
        g_autoptr(GBytes) bytes = g_resource_lookup_data(cld_data_en_get_resource(), PATH,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        data = bytes != NULL ? g_bytes_get_data(bytes, NULL) : NULL;
        g_once_init_leave(&once, 1);
    }
    return data;
}

static char **
dup_cells(const guint32 *cells, guint n, const char *strings)
{
    char **copy = g_new(char *, n);
    for (guint i = 0; i < n; i++)
        copy[i] = cells[i] != CLD_LEXICON_NO_CELL ? (char *)strings + cells[i] : NULL;
    return copy;
}

static CldLexicon *
open_list(const guchar *data, const CldLexiconList *list, const char *strings)
{
    CldLexicon *self = g_new(CldLexicon, 1);
    const guint32 *rows = (const guint32 *)(data + list->rows);
    self->slots = (const CldLexiconSlot *)(data + list->slots);
    self->n_slots = list->n_slots;
    self->nodes = (const CldLexiconNode *)(data + list->nodes);
    self->strings = strings;
    self->cells = dup_cells((const guint32 *)(data + list->cells), list->n_cells, strings);
    self->rows = g_ptr_array_sized_new(list->n_rows);
    for (guint i = 0; i < list->n_rows; i++)
        g_ptr_array_add(self->rows, self->cells + rows[i]);
    self->size = list->n_entries;
    return self;
}

static CldLexicon *
load(const char *name)
{
    const guchar *data = get_data();
    const CldLexiconHeader *header = (const CldLexiconHeader *)data;
    const CldLexiconList *lists = data != NULL ? (const CldLexiconList *)(header + 1) : NULL;
    for (guint i = 0; lists != NULL && i < header->n_lists; i++) {
        const char *strings = (const char *)data + header->strings;
        if (strcmp(strings + lists[i].name, name) == 0)
            return open_list(data, &lists[i], strings);
    }
    return NULL;
}

/* A list that was asked for; never freed. */
typedef struct {
    char *name;             /* set last, once the list stands */
    const CldLexicon *list; /* (nullable): there is none of that name */
} Shelf;

/* Open addressing by name: filled under the lock, read without it. */
static Shelf shelves[SHELVES_MAX];

/* Where @name stands, or the empty place where it belongs. Names come from the program alone. */
static Shelf *
find_shelf(const char *name)
{
    guint place = 0;
    for (const char *p = name; *p != '\0'; p++)
        place = place * 31 + (guchar)*p;
    for (guint i = 0; i < SHELVES_MAX; i++) {
        Shelf *shelf = &shelves[(place + i) % SHELVES_MAX];
        const char *found = g_atomic_pointer_get(&shelf->name);
        if (found == NULL || strcmp(found, name) == 0)
            return shelf;
    }
    g_error("more than %d word lists", SHELVES_MAX);
}

static const Shelf *
fill_shelf(const char *name)
{
    static GMutex lock;
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    Shelf *shelf = find_shelf(name);
    if (shelf->name == NULL) {
        shelf->list = load(name);
        g_atomic_pointer_set(&shelf->name, g_strdup(name));
    }
    return shelf;
}

/**
 * cld_lexicon_get:
 * @name: a list of the language, without folder and ending: "abbreviations"
 *
 * Reads the list at the first call and keeps it for the life of the program. Any thread; cheap
 * enough for an inner loop.
 *
 * Returns: (transfer none) (nullable): the list; %NULL when there is none of that name, which
 *     every function here takes as an empty list
 */
const CldLexicon *
cld_lexicon_get(const char *name)
{
    Shelf *shelf = find_shelf(name);
    return (g_atomic_pointer_get(&shelf->name) != NULL ? shelf : fill_shelf(name))->list;
}

/**
 * cld_lexicon_lookup:
 * @self: (nullable): a list
 * @folded: a whole entry as cld_text_fold() gives it, words separated by one blank
 *
 * Returns: (transfer none) (nullable): the values of the entry, perhaps none; %NULL: not listed
 */
const char *const *
cld_lexicon_lookup(const CldLexicon *self, const char *folded)
{
    if (self == NULL)
        return NULL;
    const char *const *values =
        values_of(self, find_node(self, cld_lexicon_from(0, CLD_LEXICON_EXACT), folded));
    if (values == NULL && self->nodes->sieves[CLD_LEXICON_STEM] != 0 && strchr(folded, ' ') == NULL)
        values = values_of(
            self, peek_child(self, self->nodes, CLD_LEXICON_STEM, cld_text_intern_stem(folded)));
    return values;
}

/* Depth is bounded by the longest entry. A printed word goes before its stem. */
static const char *const *
match_longest(const CldLexicon *self,
              const CldLexiconNode *node,
              const CldTokens *tokens,
              guint index,
              guint *end)
{
    const char *const *best = values_of(self, node);
    const CldToken *token = cld_tokens_get(tokens, index);
    guint best_end = index;
    if (token != NULL) {
        const CldLexiconNode *children[] = {peek_child(self, node, CLD_LEXICON_WORD, token->lower),
                                            peek_child(self, node, CLD_LEXICON_STEM, token->stem)};
        for (gsize i = 0; i < G_N_ELEMENTS(children); i++) {
            guint child_end = index;
            const char *const *found =
                children[i] != NULL
                    ? match_longest(self, children[i], tokens, index + 1, &child_end)
                    : NULL;
            if (found != NULL && (best == NULL || child_end > best_end)) {
                best = found;
                best_end = child_end;
            }
        }
    }
    *end = best_end;
    return best;
}

/**
 * cld_lexicon_match:
 * @self: (nullable): a list
 * @tokens: the words of a text
 * @index: where an entry may begin
 * @n_tokens: (out) (optional): how many tokens the entry takes
 *
 * Returns: (transfer none) (nullable): the values of the longest entry that begins there
 */
const char *const *
cld_lexicon_match(const CldLexicon *self, const CldTokens *tokens, guint index, guint *n_tokens)
{
    guint end = index;
    const char *const *values =
        self != NULL ? match_longest(self, self->nodes, tokens, index, &end) : NULL;
    if (n_tokens != NULL)
        *n_tokens = end - index;
    return values;
}

/* Returns: %TRUE if an entry begins at @index */
gboolean
cld_lexicon_has(const CldLexicon *self, const CldTokens *tokens, guint index)
{
    return cld_lexicon_match(self, tokens, index, NULL) != NULL;
}

/* Returns: how many entries the list has; 0 for %NULL */
guint
cld_lexicon_size(const CldLexicon *self)
{
    return self != NULL ? self->size : 0;
}

/**
 * cld_lexicon_get_rows:
 * @self: (nullable): a list
 *
 * For tables whose lines are pairs rather than entries.
 *
 * Returns: (transfer none) (nullable) (element-type GStrv): the columns of every line, in order
 */
const GPtrArray *
cld_lexicon_get_rows(const CldLexicon *self)
{
    return self == NULL ? NULL : self->rows;
}

/* Returns: how many lists the program has */
guint
cld_lexicon_count_lists(void)
{
    const CldLexiconHeader *header = (const CldLexiconHeader *)get_data();
    return header != NULL ? header->n_lists : 0;
}
