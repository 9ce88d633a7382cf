/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-clean.h"
#include "cld-draft.h"
#include "cld-furniture.h"
#include "cld-lines.h"
#include "cld-outlet.h"
#include <string.h>

/* What one line is, without its neighbours. */
static const struct {
    const char *line;
    const char *reason; /* NULL: may be the story's */
} lines[] = {
    {"Advertisement", "advertisement"},
    {"AD", "advertisement"},
    {"Read more: Old lighthouse sold", "related-link"},
    {"READ MORE: is this the end?", "related-link"},
    {"Tags: #ferry", "tags"},
    {"3 min read", "reading-time"},
    {"Comments (214)", "comment-form"},
    {"You must be logged in to leave a comment.", "comment-form"},
    {"(Reporting by Ida Holm; Editing by Jon Berg)", "credit"},
    {"Reporting by Ida Holm; editing by Jon Berg", "credit"},
    {"The pier on Monday. Photo: Ida Holm", "credit"},
    {"The pier on Monday. Archive photo", "credit"},
    {"The pier in fog (Photo by Ida Holm)", "credit"},
    {"Sign up to our free letter", "sign-up"},
    {"Sign up to our free letter.", "sign-up"},
    {"© 2024 First Light. All rights reserved.", "copyright"},
    {"The post Well runs dry appeared first on Isle Post.", "copyright"},
    {"£1 = $1.30 at the time of writing.", "footnote"},
    {"By QUAY REPORTER", "byline"},
    {"* * *", "symbols"},
    {"Watch sales fell by a tenth in March.", NULL},
    {"Share prices rose after the vote.", NULL},
    {"Comments on the plan were mostly hostile.", NULL},
    {"Related charges were dropped in June.", NULL},
    {"Photo by photo, the court went through the evidence.", NULL},
    {"They subscribe to the view that the dam was sound.", NULL},
    {"By noon most of the roads were open again.", NULL},
    {"Published in March, the report names nobody.", NULL},
    {"The post was shelled twice on Monday.", NULL},
    {"A Reuters/Ipsos poll found that half of them had left.", NULL},
    {"Latest figures show that 300 people have moved.", NULL},
};

static void
test_classify(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(CldDraft) draft = cld_draft_new("x", "text");
        const CldPiece *piece =
            cld_draft_add(draft, lines[i].line, strlen(lines[i].line), 1, CLD_PIECE_PARAGRAPH);
        g_test_message("%s", lines[i].line);
        g_assert_cmpstr(cld_furniture_classify(piece), ==, lines[i].reason);
    }
}

static const struct {
    const char *path;
    const char *outlet;
} paths[] = {
    {"stories/01_rift-valley-standard.txt", "Rift Valley Standard"},
    {"a/2024-05-06_north-post.html", "North Post"},
    {"a/bbc-news.txt", "BBC News"},
    {"a/rt.txt", "RT"},
    {"a/003_a7338d9bde8c6e99.txt", NULL},
    {"a/003_a733.txt", NULL},
    {"a/04_channel-24.txt", "Channel 24"},
    {"a/radio-4.txt", "Radio 4"},
    {"a/north-post-2.txt", "North Post"},
    {"a/2024-05-06_n24.txt", "N24"},
    {"the-echo/001.txt", "The Echo"},
    {"fires/001.txt", NULL},
    {"a/article.txt", NULL},
    {"a/world.txt", NULL},
    {"a/why-the-mill-on-the-hill-would-not-close.txt", NULL},
    {"feed-of-north-post.xml#12", "Feed of North Post"},
    {"-", NULL},
};

static void
test_outlet_from_path(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autofree char *outlet = cld_outlet_from_path(paths[i].path);
        g_assert_cmpstr(outlet, ==, paths[i].outlet);
    }
}

static const struct {
    const char *line;
    const char *path;
    const char *outlet;
} mastheads[] = {
    {"NORTH COAST TIMES", "001.txt", "North Coast Times"},
    {"North Coast Times | Feb. 6", "001.txt", "North Coast Times"},
    {"Crossing Review / Region / Long read", "001.txt", "Crossing Review"},
    {"Interfax-Ruthenia", "001.txt", "Interfax-Ruthenia"},
    {"BBC", "001.txt", "BBC"},
    {"LifestyleOther", "001.txt", NULL},
    {"HOME TRAVEL SHOWBIZ DEALS", "001.txt", NULL},
    {"Ann Lee", "001.txt", NULL},
    {"Old mill in the valley is sold to a baker from town", "001.txt", NULL},
    {"FlashDaily  |  MUST READ", "02_flash-daily.txt", "FlashDaily"},
    {"The Old Mill Post", "02_old-mill-post.txt", "The Old Mill Post"},
    {"Zprávy Údolí", "02_zpravy-udoli.txt", "Zprávy Údolí"},
    {"Morning News", "02_old-mill-post.txt", NULL},
};

static void
test_outlet_from_line(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(mastheads); i++) {
        g_autofree char *outlet = cld_outlet_from_line(mastheads[i].line, mastheads[i].path);
        g_assert_cmpstr(outlet, ==, mastheads[i].outlet);
    }
}

static void
test_outlet_printed(void)
{
    g_autofree char *mid = cld_outlet_find_printed("He told The Old Mill on Friday.", "Old Mill");
    g_autofree char *start = cld_outlet_find_printed("The Old Mill team saw it.", "Old Mill");
    g_autofree char *sign = cld_outlet_find_printed("© 2024 Sea & Sun Post", "Sea Sun Post");
    g_autofree char *none = cld_outlet_find_printed("The older mill burned.", "Old Mill");
    g_autofree char *feed = cld_outlet_from_channel("Isle Post: all stories");
    g_autofree char *last = cld_outlet_from_channel("World news | Isle Post");
    g_assert_cmpstr(mid, ==, "The Old Mill");
    g_assert_cmpstr(start, ==, "Old Mill");
    g_assert_cmpstr(sign, ==, "Sea & Sun Post");
    g_assert_null(none);
    g_assert_cmpstr(feed, ==, "Isle Post");
    g_assert_cmpstr(last, ==, "Isle Post");
}

static void
test_clean(void)
{
    CldCleanNotes notes = {0, 0};
    const char *dirty = " a\t b\xc2\xa0\xc2\xa0"
                        "c\x1b[2J\x07 \n";
    g_autofree char *line = cld_clean_line(dirty, strlen(dirty), &notes);
    g_assert_cmpstr(line, ==, "a b c\xef\xbf\xbd[2J\xef\xbf\xbd");
    g_assert_cmpuint(notes.n_controls, ==, 2);
    const char *bidi = "x \xe2\x80\xae y \xe2\x80\xac";
    g_autofree char *kept = cld_clean_line(bidi, strlen(bidi), &notes);
    g_assert_cmpstr(kept, ==, bidi);
    g_assert_cmpuint(notes.n_marks, ==, 0);
}

static void
test_marks(void)
{
    CldCleanNotes notes = {0, 0};
    g_autoptr(GString) zalgo = g_string_new("a");
    for (guint i = 0; i < 50; i++)
        g_string_append(zalgo, "\xcc\x81");
    g_string_append(zalgo, "b\xcc\x81");
    g_autofree char *line = cld_clean_line(zalgo->str, zalgo->len, &notes);
    g_assert_cmpuint(notes.n_marks, ==, 20);
    g_assert_cmpint(g_utf8_strlen(line, -1), ==, 1 + 30 + 2);
}

static const struct {
    const char *line;
    gboolean terminated, prose;
} ends[] = {
    {"The ferry was stopped on Monday after a fire, he said.", TRUE, TRUE},
    {"“We fought for every one of those names today,” he said", FALSE, FALSE},
    {"“We fought for every one of those names on that list.”", TRUE, TRUE},
    {"Why did the pilot of the tanker jump ship on Sunday?", TRUE, FALSE},
    {"Ferry stopped after fire", FALSE, FALSE},
    {"", FALSE, FALSE},
    {"...", TRUE, FALSE},
};

static void
test_ends(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_test_message("%s", ends[i].line);
        g_assert_cmpint(cld_line_is_terminated(ends[i].line), ==, ends[i].terminated);
        g_assert_cmpint(cld_line_is_prose(ends[i].line), ==, ends[i].prose);
    }
    g_assert_true(cld_line_is_person("Ann van der Lee"));
    g_assert_false(cld_line_is_person("World News"));
    g_assert_false(cld_line_is_person("Ann Lee, 34"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest-lines/classify", test_classify);
    g_test_add_func("/ingest-lines/outlet-from-path", test_outlet_from_path);
    g_test_add_func("/ingest-lines/outlet-from-line", test_outlet_from_line);
    g_test_add_func("/ingest-lines/outlet-printed", test_outlet_printed);
    g_test_add_func("/ingest-lines/clean", test_clean);
    g_test_add_func("/ingest-lines/marks", test_marks);
    g_test_add_func("/ingest-lines/ends", test_ends);
    return g_test_run();
}
