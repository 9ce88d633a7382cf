/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include <gio/gio.h>
#include <string.h>

#include "cld-data-en.h"

#define LANGUAGE "en"
#define ROOT     "/org/claimdiff/data/"

/* A word trie. Its keys come from the program's own data, never from an article. */
typedef struct Node {
    GHashTable *words; /* (owned) (nullable): folded word -> Node */
    GHashTable *stems; /* (owned) (nullable): stem -> Node */
    char **values;     /* (owned) (nullable): columns of the entry that ends here */
} Node;

struct CldLexicon {
    Node *root;
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
    g_strfreev(self->values);
    g_free(self);
}

static Node *
ensure_child(GHashTable **children, const char *key)
{
    if (*children == NULL)
        *children = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, node_free);
    Node *child = g_hash_table_lookup(*children, key);
    if (child == NULL) {
        child = g_new0(Node, 1);
        g_hash_table_insert(*children, g_strdup(key), child);
    }
    return child;
}

static const Node *
peek_child(GHashTable *children, const char *key)
{
    return children != NULL ? g_hash_table_lookup(children, key) : NULL;
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
    node->values = g_strdupv(values);
    g_hash_table_insert(self->exact, g_strdup(exact), node);
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
    g_auto(GStrv) words = g_strsplit(entry, " ", -1);
    g_autoptr(GString) exact = g_string_new(NULL);
    Node *node = self->root;
    for (guint i = 0; words[i] != NULL; i++) {
        gboolean is_stem = g_str_has_suffix(words[i], "~");
        words[i][strlen(words[i]) - is_stem] = '\0';
        node = is_stem ? ensure_child(&node->stems, cld_text_intern_stem(words[i]))
                       : ensure_child(&node->words, words[i]);
        g_string_append_printf(exact, "%s%s", i > 0 ? " " : "", words[i]);
    }
    end_entry(self, node, exact->str, values);
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
        node = is_stem ? ensure_child(&node->stems, token->stem)
                       : ensure_child(&node->words, token->lower);
        g_string_append_printf(exact, "%s%s", i > 0 && token->is_spaced ? " " : "", token->lower);
        i += is_stem ? 1 : 0;
    }
    end_entry(self, node, exact->str, values);
}

static void
add_line(CldLexicon *self, char *line)
{
    char *comment = strchr(line, '#');
    if (comment != NULL)
        *comment = '\0';
    g_auto(GStrv) columns = g_strsplit(g_strchomp(line), "\t", -1);
    for (char **column = columns; *column != NULL; column++)
        g_strstrip(*column);
    if (columns[0] == NULL || *columns[0] == '\0')
        return;
    add_entry(self, columns[0], columns + 1);
    g_ptr_array_add(self->rows, g_steal_pointer(&columns));
}

static CldLexicon *
parse(const char *data)
{
    CldLexicon *self = g_new0(CldLexicon, 1);
    self->root = g_new0(Node, 1);
    self->exact = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_auto(GStrv) lines = g_strsplit(data, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        add_line(self, *line);
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
    g_autofree char *data = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    return parse(data);
}

/**
 * cld_lexicon_get:
 * @name: a list of the language, without folder and ending: "abbreviations"
 *
 * Reads the list at the first call and keeps it for the life of the program. Any thread.
 *
 * Returns: (transfer none) (nullable): the list; %NULL when there is none of that name, which
 *     every function here takes as an empty list
 */
const CldLexicon *
cld_lexicon_get(const char *name)
{
    static GMutex lock;
    static GHashTable *lists = NULL; /* name -> CldLexicon (nullable); never freed */
    gpointer list = NULL;
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    if (lists == NULL)
        lists = g_hash_table_new(g_str_hash, g_str_equal);
    if (!g_hash_table_lookup_extended(lists, name, NULL, &list)) {
        list = load(LANGUAGE, name);
        g_hash_table_insert(lists, g_strdup(name), list);
    }
    return list;
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
        node = peek_child(self->root->stems, cld_text_intern_stem(folded));
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
        const Node *children[] = {peek_child(node->words, token->lower),
                                  peek_child(node->stems, token->stem)};
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
