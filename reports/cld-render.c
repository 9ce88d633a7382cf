/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render.h"
#include "cld-render-annotations.h"
#include "cld-render-html.h"
#include "cld-render-json.h"
#include "cld-render-junit.h"
#include "cld-render-markdown.h"
#include "cld-render-sarif.h"
#include "cld-render-summary.h"
#include "cld-render-terminal.h"

static const CldRenderFormat formats[] = {
    {"terminal", ".txt", "text for a screen, wrapped and, if asked, coloured", cld_render_terminal},
    {"html", ".html", "one page to read in a browser, with nothing to fetch", cld_render_html},
    {"markdown", ".md", "text for a pull request or an editor", cld_render_markdown},
    {"json", ".json", "everything, as one JSON object (docs/FORMATS.md)", cld_render_json},
    {"jsonl", ".jsonl", "a line of JSON for each finding", cld_render_jsonl},
    {"sarif", ".sarif", "SARIF 2.1.0, for code scanning and editors", cld_render_sarif},
    {"junit", ".xml", "JUnit XML, for build servers", cld_render_junit},
    {"github", ".log", "annotations in the log of a GitHub action", cld_render_github},
    {"gitlab", ".json", "GitLab's code quality report", cld_render_gitlab},
    {"summary", ".md", "a short page for the summary of a build job", cld_render_summary},
};

/**
 * cld_render_get_format:
 * @name: "json", "terminal", …
 *
 * Returns: (transfer none) (nullable): the form of that name
 */
const CldRenderFormat *
cld_render_get_format(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (g_strcmp0(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}

/**
 * cld_render_list_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): every form, in the order of --help
 */
const CldRenderFormat *
cld_render_list_formats(guint *n_formats)
{
    *n_formats = G_N_ELEMENTS(formats);
    return formats;
}
