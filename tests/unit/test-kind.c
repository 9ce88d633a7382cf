/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-kind.h"

/* Every row of the table comes back by its tags, and no two rows share them. */
static void
test_type(gconstpointer data)
{
    CldType type = (CldType)GPOINTER_TO_INT(data);
    const CldTypeInfo *info = cld_type_get_info(type);
    CldType found = CLD_N_TYPES;
    g_assert_true(cld_type_from_tags(cld_kind_get_tag(info->kind), info->tag, &found));
    g_assert_cmpint(found, ==, type);
    for (int i = 0; i < CLD_N_TYPES; i++) {
        const CldTypeInfo *other = cld_type_get_info((CldType)i);
        if (i != (int)type && other->kind == info->kind)
            g_assert_cmpstr(other->tag, !=, info->tag);
    }
    g_assert_nonnull(cld_severity_get_tag(info->severity));
}

/* What a reader is shown: a sentence of meaning, an example that is one too, and what to do. */
static void
test_words(gconstpointer data)
{
    const char *help = cld_type_get_help((CldType)GPOINTER_TO_INT(data));
    g_assert_nonnull(help);
    g_assert_cmpuint(g_utf8_strlen(help, -1), >, 60);
    g_assert_true(g_str_has_suffix(help, ".") || g_str_has_suffix(help, "?"));
    const CldTypeInfo *info = cld_type_get_info((CldType)GPOINTER_TO_INT(data));
    g_assert_true(g_str_has_suffix(info->meaning, "."));
    g_assert_true(g_unichar_isupper(g_utf8_get_char(info->meaning)));
    g_assert_cmpuint(g_utf8_strlen(info->example, -1), >, 10);
    g_assert_true(g_str_has_suffix(info->example, ".") || g_str_has_suffix(info->example, "”"));
    for (const char *p = info->tag; *p != '\0'; p++)
        g_assert_true(g_ascii_islower(*p) || *p == '-');
}

/* A bare tag takes the first of its rows, which is the contradiction where there is one. */
static void
test_bare_tag(void)
{
    CldType type = CLD_N_TYPES;
    g_assert_true(cld_type_from_tags(NULL, "number", &type));
    g_assert_cmpint(type, ==, CLD_TYPE_NUMBER);
    g_assert_true(cld_type_from_tags("update", "number", &type));
    g_assert_cmpint(type, ==, CLD_TYPE_UPDATE_NUMBER);
}

static void
test_unknown(void)
{
    CldType type = CLD_TYPE_CAUSE;
    g_assert_false(cld_type_from_tags(NULL, "no-such-type", &type));
    g_assert_false(cld_type_from_tags("omission", "number", &type));
    g_assert_false(cld_type_from_tags("no-such-kind", "number", &type));
    g_assert_cmpint(type, ==, CLD_TYPE_CAUSE); /* left alone */
}

static void
test_kinds(void)
{
    for (int i = 0; i < CLD_N_KINDS; i++) {
        int n_types = 0;
        g_assert_true(g_str_has_suffix(cld_kind_get_meaning((CldKind)i), "."));
        for (int j = 0; j < i; j++)
            g_assert_cmpstr(cld_kind_get_tag((CldKind)i), !=, cld_kind_get_tag((CldKind)j));
        for (int t = 0; t < CLD_N_TYPES; t++)
            n_types += cld_type_get_info((CldType)t)->kind == (CldKind)i;
        g_assert_cmpint(n_types, >, 0);
    }
}

static void
test_relations(void)
{
    g_assert_null(cld_relation_get_tag(CLD_RELATION_NONE));
    for (int i = 1; i < CLD_N_RELATIONS; i++)
        for (int j = 1; j < i; j++)
            g_assert_cmpstr(cld_relation_get_tag((CldRelation)i), !=,
                            cld_relation_get_tag((CldRelation)j));
    g_assert_cmpstr(cld_relation_get_tag(CLD_RELATION_SAME_SPEAKER), ==, "same-speaker");
    g_assert_cmpstr(cld_severity_get_tag(CLD_SEVERITY_LOW), ==, "low");
    g_assert_cmpstr(cld_severity_get_tag(CLD_SEVERITY_HIGH), ==, "high");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (int i = 0; i < CLD_N_TYPES; i++) {
        const CldTypeInfo *info = cld_type_get_info((CldType)i);
        g_autofree char *tail = g_strconcat(cld_kind_get_tag(info->kind), "-", info->tag, NULL);
        g_autofree char *round_trip = g_strconcat("/kind/round-trip/", tail, NULL);
        g_autofree char *words = g_strconcat("/kind/words/", tail, NULL);
        g_test_add_data_func(round_trip, GINT_TO_POINTER(i), test_type);
        g_test_add_data_func(words, GINT_TO_POINTER(i), test_words);
    }
    g_test_add_func("/kind/bare-tag", test_bare_tag);
    g_test_add_func("/kind/unknown", test_unknown);
    g_test_add_func("/kind/kinds", test_kinds);
    g_test_add_func("/kind/relations", test_relations);
    return g_test_run();
}
