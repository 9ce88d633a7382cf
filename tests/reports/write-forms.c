/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-render.h"
#include "report-fixture.h"

/* Writes the forms that build servers read, of a check and of hostile reports, into a folder:
 * check.sarif, check.junit …, hostile-00.sarif … */

static const char *const names[] = {"sarif", "junit", "github", "gitlab", "summary"};

static const char *const hostile[] = {
    "::error file=x,line=1::boo",
    "a\n::error::boo\r\n::set-output name=x::y",
    "%0A::error::boo%0D%25%2C%3A",
    "a.txt,line=9,title=x::boo",
    "##[error]boo ##vso[task.complete]",
    "\"><testcase name=\"x\"/><![CDATA[ ]]> <!-- -- --> &amp; &#0;",
    "\xef\xbf\xbe\xef\xbf\xbf\x01\x08\x0b\x1f\x7f\xc2\x85",
    "[link](1) [other](http://evil.example) {0} {{1}} \\[ \\",
    "\xe2\x80\xae"
    "rev"
    "\xe2\x81\xa6 \xf3\xa0\x81\x81 \xe2\x80\xa8",
    "\xff\xfe\xc3 broken",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb \xe6\xbc\xa2\xe5\xad\x97",
    "| cell | `code` @everyone <b>x</b> ![x](http://evil.example/p)",
    "../../etc/passwd",
    "C:\\news\\a b.txt",
    "http://news.example/a?b=c&d=%22#e",
    "/abs/p\xc3\xa4th/a%20b#2",
    "./plain.txt",
    "https://news.example/100%zz/%41 b",
};

static void
write_forms(const char *folder, const char *stem, CldReport *report)
{
    g_autoptr(CldReport) owned = report;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const CldRenderOptions options = {.exit_status = 1};
        g_autoptr(GError) error = NULL;
        gsize length = 0;
        g_autofree char *text = cld_render_get_format(names[i])->render(owned, &options, &length);
        g_autofree char *name = g_strdup_printf("%s.%s", stem, names[i]);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (!g_file_set_contents(path, text, (gssize)length, &error))
            g_error("%s", error->message);
    }
}

int
main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    write_forms(argv[1], "check", report_fixture_new_check());
    write_forms(argv[1], "story", report_fixture_new_story());
    write_forms(argv[1], "empty", report_fixture_new_empty());
    for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
        g_autofree char *stem = g_strdup_printf("hostile-%02" G_GSIZE_FORMAT, i);
        write_forms(argv[1], stem, report_fixture_new_filled(hostile[i]));
    }
    return 0;
}
