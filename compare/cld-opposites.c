/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-opposites.h"
#include "cld-lexicon.h"

/* "x\ny" of interned concepts or stems, both ways -> class. Filled once from data/en/antonyms.txt,
 * then only read. */
static GHashTable *
opposites(void)
{
    static gsize once = 0;
    static GHashTable *table;
    if (g_once_init_enter(&once)) {
        const GPtrArray *rows = cld_lexicon_get_rows(cld_lexicon_get("antonyms"));
        table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = 0; rows != NULL && i < rows->len; i++) {
            const char *const *row = g_ptr_array_index(rows, i);
            if (row[0] == NULL || row[1] == NULL)
                continue;
            const char *name = g_intern_string(row[2] == NULL ? "opposite" : row[2]);
            g_hash_table_insert(table, g_strconcat(row[0], "\n", row[1], NULL), (gpointer)name);
            g_hash_table_insert(table, g_strconcat(row[1], "\n", row[0], NULL), (gpointer)name);
        }
        g_once_init_leave(&once, 1);
    }
    return table;
}

static const char *
class_of(const char *x, const char *y)
{
    if (x == NULL || y == NULL)
        return NULL;
    g_autofree char *code = g_strconcat(x, "\n", y, NULL);
    return g_hash_table_lookup(opposites(), code);
}

/* Returns: (transfer none) (nullable): "opposite", "state", "direction" or "modal" if the two words
 * exclude each other of one thing at one time */
const char *
cld_opposites_class(const CldTerm *x, const CldTerm *y)
{
    if (x->entity != NULL || y->entity != NULL)
        return NULL;
    const char *found = class_of(x->concept, y->concept);
    if (found == NULL)
        found = class_of(x->stem, y->stem);
    if (found == NULL)
        found = class_of(x->concept, y->stem);
    return found != NULL ? found : class_of(x->stem, y->concept);
}

/* Returns: %TRUE if the word names a state on a ladder (data/en/states.txt): its scale, interned,
 * and its rank, higher for what comes later */
gboolean
cld_states_get(const CldTerm *term, const char **scale, double *rank)
{
    const CldLexicon *states = cld_lexicon_get("states");
    if (states == NULL || term->concept == NULL)
        return FALSE;
    g_autofree char *folded = cld_text_fold(term->concept, -1);
    const char *const *values = cld_lexicon_lookup(states, folded);
    if (values == NULL || values[0] == NULL || values[1] == NULL)
        return FALSE;
    *scale = g_intern_string(values[0]);
    *rank = g_ascii_strtod(values[1], NULL);
    return TRUE;
}
