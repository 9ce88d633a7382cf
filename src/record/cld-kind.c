/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-kind.h"

static const CldTypeInfo types[] = {
#define CLD_TYPE(kind, id, tag, severity, meaning, example)                                        \
    {CLD_KIND_##kind, tag, CLD_SEVERITY_##severity, meaning, example},
#include "cld-kind.def"
#undef CLD_TYPE
};

static const char *const helps[CLD_N_TYPES] = {
#define CLD_HELP(id, help) [CLD_TYPE_##id] = (help),
#include "cld-kind-help.def"
#undef CLD_HELP
};

static const struct {
    const char *tag;
    const char *meaning;
} kinds[CLD_N_KINDS] = {
    {"contradiction", "Both cannot be so: same subject, same time, incompatible."},
    {"update", "Same subject, but the later one replaces the earlier: compatible once dated."},
    {"wording", "One utterance or fact in two wordings, no conflict."},
    {"framing", "The same facts in another light."},
    {"omission", "Covered by others and not mentioned here, although it was known."},
};

static const char *const severities[] = {"low", "medium", "high"};
static const char *const relations[CLD_N_RELATIONS] = {
    NULL, "between-outlets", "between-speakers", "same-speaker", "within-article",
};

/* Returns: (transfer none): the row of @type */
const CldTypeInfo *
cld_type_get_info(CldType type)
{
    g_return_val_if_fail(type >= 0 && type < CLD_N_TYPES, NULL);
    return &types[type];
}

/* Returns: (transfer none): what to do with a finding of @type: what to look at, and when it is
 * none */
const char *
cld_type_get_help(CldType type)
{
    g_return_val_if_fail(type >= 0 && type < CLD_N_TYPES, NULL);
    return helps[type];
}

/**
 * cld_type_from_tags:
 * @kind: (nullable): a kind's tag; %NULL takes the first type of that tag
 * @tag: a type's tag
 * @out: (out): the type
 *
 * Returns: %FALSE if no row has them
 */
gboolean
cld_type_from_tags(const char *kind, const char *tag, CldType *out)
{
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        if (!g_str_equal(types[i].tag, tag))
            continue;
        if (kind != NULL && !g_str_equal(kinds[types[i].kind].tag, kind))
            continue;
        *out = (CldType)i;
        return TRUE;
    }
    return FALSE;
}

/* Returns: (transfer none): "contradiction", "update", … */
const char *
cld_kind_get_tag(CldKind kind)
{
    g_return_val_if_fail(kind >= 0 && kind < CLD_N_KINDS, NULL);
    return kinds[kind].tag;
}

/* Returns: (transfer none): one sentence on what the kind means */
const char *
cld_kind_get_meaning(CldKind kind)
{
    g_return_val_if_fail(kind >= 0 && kind < CLD_N_KINDS, NULL);
    return kinds[kind].meaning;
}

/* Returns: (transfer none): "low", "medium" or "high" */
const char *
cld_severity_get_tag(CldSeverity severity)
{
    g_return_val_if_fail((guint)severity < G_N_ELEMENTS(severities), NULL);
    return severities[severity];
}

/* Returns: (transfer none) (nullable): "between-outlets", …; NULL for none */
const char *
cld_relation_get_tag(CldRelation relation)
{
    g_return_val_if_fail(relation >= 0 && relation < CLD_N_RELATIONS, NULL);
    return relations[relation];
}
