/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render.h"
#include "report-fixture.h"

/* Writes the HTML form of a hand-built report and of hostile ones into a folder: story.html,
 * hostile-00.html …, and all.html with all of them */

static const char *const hostile[] = {
    "<script>document.title='PWNED'</script>",
    "\"><img src=x onerror=\"document.title='PWNED'\">",
    "'><svg onload=alert(1)><style>*{display:none}</style>",
    "</title></style></script><script>document.title='PWNED'</script><iframe src=//evil.example>",
    "javascript:alert(1)",
    "https://evil.example/\" onmouseover=\"alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "--><!--<base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
    "x\" autofocus onfocus=alert(1) style=\"background:url(//evil.example)",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;img src=x&#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} %s %u %n",
    "<plaintext><textarea><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "\033[2J\xe2\x80\xae</main>\xff\xfe<object data=x><embed src=x><form action=//evil.example>",
    "https://evil.example/a?b=<c>&d=%22%3E",
    "http://plain.example/article?id=1&x=%3Cscript%3E",
};

static void
write_page(const char *folder, const char *name, CldReport *report)
{
    g_autoptr(CldReport) owned = report;
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    g_autofree char *page = cld_render_get_format("html")->render(owned, NULL, &length);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (!g_file_set_contents(path, page, (gssize)length, &error))
        g_error("%s", error->message);
}

int
main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    g_autoptr(GString) all = g_string_new(NULL);
    write_page(argv[1], "story.html", report_fixture_new_story());
    write_page(argv[1], "empty.html", report_fixture_new_empty());
    write_page(argv[1], "check.html", report_fixture_new_check());
    for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
        g_autofree char *name = g_strdup_printf("hostile-%02" G_GSIZE_FORMAT ".html", i);
        write_page(argv[1], name, report_fixture_new_filled(hostile[i]));
        g_string_append_printf(all, "%s ", hostile[i]);
    }
    write_page(argv[1], "all.html", report_fixture_new_filled(all->str));
    return 0;
}
