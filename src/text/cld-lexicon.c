/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include <gio/gio.h>
#include <string.h>

#include "cld-data-en.h"

#define LANGUAGE "en"
#define ROOT     "/org/claimdiff/data/"
/* Bytes asked for at once, for keys. */
#define STRINGS_BLOCK 4096
/* Lists that a program may ask for; a power of two, several times what there is. */
#define SHELVES_MAX 512

/* A word trie. Its keys come from the program's own data, never from an article. */
typedef struct Node {
    GHashTable *words;                /* (owned) (nullable): folded word -> Node */
    GHashTable *stems;                /* (owned) (nullable): stem -> Node */
    guint64 words_sieve, stems_sieve; /* a bit for each pair of first letters there is */
    char **values; /* (unowned) (nullable): columns of the entry that ends here, in its row */
} Node;

/* Lists are read at every start, so nothing in them is copied: rows, values and keys point into the
 * text of the list, which is cut up in place. */
struct CldLexicon {
    Node *root;
    char *text;            /* (owned): the list */
    GStringChunk *strings; /* (owned): keys that do not stand in the text as they are */
    GHashTable *exact; /* (owned): folded entry, words separated by one blank -> Node (in root) */
    GPtrArray *rows;   /* (owned) (element-type GStrv): every line as written, doubles too */
    guint size;
};

static void
node_free(gpointer data)
{
    Node *self = data;
    g_clear_pointer(&self->words, g_hash_table_unref);
    g_clear_pointer(&self->stems, g_hash_table_unref);
    g_free(self);
}

/* Most words of a text begin no entry of most lists: two letters tell, before any hashing. */
static guint64
sieve_bit(const char *key)
{
    guint first = (guchar)key[0], second = first != 0 ? (guchar)key[1] : 0;
    return G_GUINT64_CONSTANT(1) << ((first * 7 + second) % 64);
}

/* @key lives as long as the list. */
static Node *
ensure_child(GHashTable **children, guint64 *sieve, const char *key)
{
    *sieve |= sieve_bit(key);
    if (*children == NULL)
        *children = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, node_free);
    Node *child = g_hash_table_lookup(*children, key);
    if (child == NULL) {
        child = g_new0(Node, 1);
        g_hash_table_insert(*children, (gpointer)key, child);
    }
    return child;
}

static const Node *
peek_child(GHashTable *children, guint64 sieve, const char *key)
{
    return (sieve & sieve_bit(key)) != 0 ? g_hash_table_lookup(children, key) : NULL;
}

static gboolean
is_stem_mark(const CldToken *token)
{
    return token != NULL && !token->is_spaced && g_str_equal(token->lower, "~");
}

static void
end_entry(CldLexicon *self, Node *node, const char *exact, char **values)
{
    if (node == self->root || node->values != NULL)
        return;
    node->values = values;
    g_hash_table_insert(self->exact, (gpointer)exact, node);
    self->size++;
}

/* Most entries are plain words, which need no cutting: that makes reading ten times faster. */
static gboolean
is_plain(const char *entry)
{
    const char *p = entry;
    while (g_ascii_islower(*p) ||
           ((*p == ' ' || *p == '~') && p > entry && g_ascii_isalpha(p[-1])) ||
           (*p == ' ' && p > entry && p[-1] == '~'))
        p++;
    return *p == '\0' && p > entry;
}

/* Adds an entry of plain words, some of them perhaps with the mark of a stem. */
static void
add_plain(CldLexicon *self, const char *entry, char **values)
{
    gboolean has_stems = strchr(entry, '~') != NULL;
    g_autoptr(GString) exact = has_stems ? g_string_new(NULL) : NULL;
    Node *node = self->root;
    for (const char *word = entry; *word != '\0';) {
        gsize length = strcspn(word, " ~");
        gboolean is_stem = word[length] == '~';
        gboolean is_whole = word == entry && word[length] == '\0';
        const char *key =
            is_whole ? word : g_string_chunk_insert_len(self->strings, word, (gssize)length);
        node = is_stem ? ensure_child(&node->stems, &node->stems_sieve, cld_text_intern_stem(key))
                       : ensure_child(&node->words, &node->words_sieve, key);
        if (exact != NULL) {
            g_string_append(exact, exact->len > 0 ? " " : "");
            g_string_append_len(exact, word, (gssize)length);
        }
        word += length + is_stem;
        word += *word == ' ';
    }
    end_entry(self, node, exact == NULL ? entry : g_string_chunk_insert(self->strings, exact->str),
              values);
}

/* The first of two lines with one entry wins, so that a list may be read top down. */
static void
add_entry(CldLexicon *self, const char *entry, char **values)
{
    if (is_plain(entry)) {
        add_plain(self, entry, values);
        return;
    }
    g_autoptr(CldTokens) tokens = cld_tokens_new(entry, (CldSpan){0, strlen(entry)});
    g_autoptr(GString) exact = g_string_new(NULL);
    Node *node = self->root;
    for (guint i = 0; i < cld_tokens_length(tokens); i++) {
        const CldToken *token = cld_tokens_get(tokens, i);
        gboolean is_stem = is_stem_mark(cld_tokens_get(tokens, i + 1));
        const char *key =
            g_string_chunk_insert(self->strings, is_stem ? token->stem : token->lower);
        node = is_stem ? ensure_child(&node->stems, &node->stems_sieve, key)
                       : ensure_child(&node->words, &node->words_sieve, key);
        g_string_append_printf(exact, "%s%s", i > 0 && token->is_spaced ? " " : "", token->lower);
        i += is_stem ? 1 : 0;
    }
    end_entry(self, node, g_string_chunk_insert(self->strings, exact->str), values);
}

static guint
count_columns(const char *line)
{
    guint n = 1;
    for (const char *p = line; *p != '\0'; p++)
        n += *p == '\t';
    return n;
}

/* Cuts @line up in place. */
static void
add_line(CldLexicon *self, char *line)
{
    char *comment = strchr(line, '#');
    if (comment != NULL)
        *comment = '\0';
    g_strchomp(line);
    char **columns = g_new(char *, count_columns(line) + 1);
    guint n = 0;
    for (char *next = line; next != NULL;) {
        char *column = next;
        next = strchr(column, '\t');
        if (next != NULL)
            *next++ = '\0';
        columns[n++] = g_strstrip(column);
    }
    columns[n] = NULL;
    g_ptr_array_add(self->rows, columns);
    if (*columns[0] == '\0')
        g_ptr_array_set_size(self->rows, (gint)self->rows->len - 1);
    else
        add_entry(self, columns[0], columns + 1);
}

/* @text: (transfer full) */
static CldLexicon *
parse(char *text)
{
    CldLexicon *self = g_new0(CldLexicon, 1);
    self->root = g_new0(Node, 1);
    self->text = text;
    self->strings = g_string_chunk_new(STRINGS_BLOCK);
    self->exact = g_hash_table_new(g_str_hash, g_str_equal);
    self->rows = g_ptr_array_new_with_free_func(g_free);
    for (char *line = text; line != NULL;) {
        char *next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        add_line(self, line);
        line = next;
    }
    return self;
}

static CldLexicon *
load(const char *language, const char *name)
{
    g_autofree char *path = g_strconcat(ROOT, language, "/", name, ".txt", NULL);
    g_autoptr(GBytes) bytes = g_resource_lookup_data(cld_data_en_get_resource(), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (bytes == NULL)
        return NULL;
    return parse(g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)));
}

/* A list that was asked for; never freed. */
typedef struct {
    const char *name;
    const CldLexicon *list; /* (nullable): there is none of that name */
} Shelf;

/* Open addressing by name: filled under the lock, read without it. */
static Shelf *shelves[SHELVES_MAX];

/* Where @name stands, or the empty place where it belongs. Names come from the program alone. */
static Shelf **
find_shelf(const char *name)
{
    guint place = 0;
    for (const char *p = name; *p != '\0'; p++)
        place = place * 31 + (guchar)*p;
    for (guint i = 0; i < SHELVES_MAX; i++) {
        Shelf **shelf = &shelves[(place + i) % SHELVES_MAX];
        const Shelf *found = g_atomic_pointer_get(shelf);
        if (found == NULL || strcmp(found->name, name) == 0)
            return shelf;
    }
    g_error("more than %d word lists", SHELVES_MAX);
}

static const Shelf *
fill_shelf(const char *name)
{
    static GMutex lock;
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    Shelf **shelf = find_shelf(name);
    if (*shelf == NULL) {
        Shelf *filled = g_new(Shelf, 1);
        *filled = (Shelf){g_strdup(name), load(LANGUAGE, name)};
        g_atomic_pointer_set(shelf, filled);
    }
    return *shelf;
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
    const Shelf *shelf = g_atomic_pointer_get(find_shelf(name));
    return (shelf != NULL ? shelf : fill_shelf(name))->list;
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
    const Node *node = g_hash_table_lookup(self->exact, folded);
    if (node == NULL && self->root->stems != NULL && strchr(folded, ' ') == NULL)
        node = peek_child(self->root->stems, self->root->stems_sieve, cld_text_intern_stem(folded));
    return node != NULL ? (const char *const *)node->values : NULL;
}

/* Depth is bounded by the longest entry. A printed word goes before its stem. */
static const Node *
match_longest(const Node *node, const CldTokens *tokens, guint index, guint *end)
{
    const Node *best = node->values != NULL ? node : NULL;
    const CldToken *token = cld_tokens_get(tokens, index);
    guint best_end = index;
    if (token != NULL) {
        const Node *children[] = {peek_child(node->words, node->words_sieve, token->lower),
                                  peek_child(node->stems, node->stems_sieve, token->stem)};
        for (gsize i = 0; i < G_N_ELEMENTS(children); i++) {
            guint child_end = index;
            const Node *found = children[i] != NULL
                                    ? match_longest(children[i], tokens, index + 1, &child_end)
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
    const Node *node = self != NULL ? match_longest(self->root, tokens, index, &end) : NULL;
    if (n_tokens != NULL)
        *n_tokens = end - index;
    return node != NULL ? (const char *const *)node->values : NULL;
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
