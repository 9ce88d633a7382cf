/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-message.h"

/* "contradiction", "number", "update/number": what of the table the user asks for. */
typedef struct {
    const char *kind; /* (nullable) */
    const char *type; /* (nullable) */
} Wanted;

static gboolean
is_wanted(const Wanted *wanted, const CldTypeInfo *info)
{
    const char *kind = cld_kind_get_tag(info->kind);
    return (wanted->kind == NULL || g_str_equal(wanted->kind, kind)) &&
           (wanted->type == NULL || g_str_equal(wanted->type, info->tag));
}

static void
append_type(GString *out, CldType type)
{
    const CldTypeInfo *info = cld_type_get_info(type);
    g_string_append_printf(out, "  %s (%s)\n    %s\n    Example: %s\n    %s\n", info->tag,
                           cld_severity_get_tag(info->severity), info->meaning, info->example,
                           cld_type_get_help(type));
}

static void
append_kind(GString *out, CldKind kind, const Wanted *wanted)
{
    gboolean has_head = FALSE;
    for (gint type = 0; type < CLD_N_TYPES; type++) {
        const CldTypeInfo *info = cld_type_get_info((CldType)type);
        if (info->kind != kind || !is_wanted(wanted, info))
            continue;
        if (!has_head)
            g_string_append_printf(out, "%s: %s\n", cld_kind_get_tag(kind),
                                   cld_kind_get_meaning(kind));
        has_head = TRUE;
        append_type(out, (CldType)type);
    }
}

static gboolean
is_in_table(const Wanted *wanted)
{
    for (gint type = 0; type < CLD_N_TYPES; type++) {
        if (is_wanted(wanted, cld_type_get_info((CldType)type)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
parse_wanted(const char *word, char **parts, Wanted *wanted)
{
    if (parts[1] != NULL)
        *wanted = (Wanted){parts[0], parts[1]};
    else
        *wanted = (Wanted){word, NULL};
    if (is_in_table(wanted))
        return TRUE;
    *wanted = (Wanted){NULL, word};
    return is_in_table(wanted);
}

static CldExit
run_explain(const CldCommand *self, CldSettings *settings, const char *const *words)
{
    Wanted wanted = {0};
    g_auto(GStrv) parts = g_strsplit(words[0] != NULL ? words[0] : "", "/", 2);
    if (words[0] != NULL && !parse_wanted(words[0], parts, &wanted)) {
        cld_message("there is no kind or type “%s”; claimdiff explain prints them all", words[0]);
        return CLD_EXIT_TROUBLE;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    for (gint kind = 0; kind < CLD_N_KINDS; kind++)
        append_kind(out, (CldKind)kind, &wanted);
    return cld_command_write("-", out->str, out->len) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

const CldCommand cld_command_explain = {
    .name = "explain",
    .arguments = "[KIND|TYPE|KIND/TYPE]",
    .summary = "Print what a kind or type of finding means, with an example",
    .details = "Examples:\n"
               "  claimdiff explain\n"
               "  claimdiff explain contradiction\n"
               "  claimdiff explain update/number",
    .set = CLD_FOR_EXPLAIN,
    .min_arguments = 0,
    .run = run_explain,
};
