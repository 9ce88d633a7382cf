/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-weights.h"
#include "cld-feature.h"
#include "cld-lexicon.h"
#include <math.h>

/* Returns: the number that data/en/weights.txt has under "group name"; 0 if there is none */
double
cld_weights_get(const char *group, const char *name)
{
    const CldLexicon *weights = cld_lexicon_get("weights");
    g_autofree char *entry = g_strconcat(group, " ", name, NULL);
    const char *const *values = weights == NULL ? NULL : cld_lexicon_lookup(weights, entry);
    return values == NULL || values[0] == NULL ? 0 : g_ascii_strtod(values[0], NULL);
}

/* Returns: the probability that log-odds of @z stand for */
double
cld_weights_logistic(double z)
{
    return 1 / (1 + exp(-z));
}

typedef struct {
    double weights[CLD_N_FEATURES];
} Row;

/* Looked up once a group: the score is asked for every pair. */
static const Row *
load_group(const char *group)
{
    static GMutex lock;
    static GHashTable *groups;
    G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&lock);
    if (groups == NULL)
        groups = g_hash_table_new(g_str_hash, g_str_equal);
    Row *row = g_hash_table_lookup(groups, group);
    if (row == NULL) {
        row = g_malloc0(sizeof *row);
        for (guint i = 0; i < CLD_N_FEATURES; i++)
            row->weights[i] = cld_weights_get(group, cld_feature_get_name((CldFeature)i));
        g_hash_table_insert(groups, (gpointer)g_intern_string(group), row);
    }
    return row;
}

/**
 * cld_weights_sum:
 * @group: a group of weights in data/en/weights.txt
 * @features: (array fixed-size=CLD_N_FEATURES): what was measured
 *
 * Returns: the features, weighed and added up: a log-odds
 */
double
cld_weights_sum(const char *group, const double *features)
{
    const Row *row = load_group(group);
    double z = 0;
    for (guint i = 0; i < CLD_N_FEATURES; i++)
        z += row->weights[i] * features[i];
    return z;
}

/* Returns: the same as a probability (logistic regression) */
double
cld_weights_score(const char *group, const double *features)
{
    return cld_weights_logistic(cld_weights_sum(group, features));
}

/**
 * cld_weights_weigh:
 * @group: a group of weights in data/en/weights.txt
 * @names: (array length=n): names in that group
 * @values: (array length=n): what was measured, in the same order
 * @n: how many
 *
 * Returns: the values, weighed and added up, as a probability: how sure a detector is
 */
double
cld_weights_weigh(const char *group, const char *const *names, const double *values, guint n)
{
    double z = 0;
    for (guint i = 0; i < n; i++)
        z += cld_weights_get(group, names[i]) * values[i];
    return cld_weights_logistic(z);
}
