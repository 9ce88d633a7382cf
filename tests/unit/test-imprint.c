/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-imprint.h"
#include "cld-ingest.h"
#include <string.h>

#define TITLE "Barge strikes old pier, north quay closed"
#define STORY                                                                                      \
    "The harbour master closed the north quay on Monday after a barge struck the old pier, the "   \
    "council said. No one was hurt, and the barge was towed away."
#define HTML(head, top, foot)                                                                      \
    "<!DOCTYPE html><html><head>" head "</head><body>" top "<article><h1>" TITLE "</h1><p>" STORY  \
    "</p><p>" STORY "</p></article>" foot "</body></html>"
#define TEXT(head, foot) head "\n\n" STORY "\n\n" STORY "\n\n" foot "\n"

/* How pages say whose they are; the names of most files tell nothing. */
static const struct {
    const char *name, *source, *page, *outlet;
} pages[] = {
    {"menu-above", "1.txt", TEXT("Menu\nLog in\nSubscribe\nSearch\n\nQUAY POST\n\n" TITLE, ""),
     "Quay Post"},
    {"article", "1.txt", TEXT("Le Quai Libre\n" TITLE "\n3 March 2025", ""), "Le Quai Libre"},
    {"slogan", "1.txt", TEXT("The Quay Post — the coast's own paper since 1902\n\n" TITLE, ""),
     "The Quay Post"},
    {"fused", "1.txt", TEXT("Quay DigestPoliticsWorld\n\n" TITLE, ""), "Quay Digest"},
    {"title", "1.txt", TEXT(TITLE " | Quay Post\n\nBy Ann Lee\n3 March 2025", ""), "Quay Post"},
    {"title-twice", "1.txt", TEXT(TITLE " - Quay Post\n" TITLE "\n3 March 2025", ""), "Quay Post"},
    {"byline", "1.txt", TEXT(TITLE "\n\nBy Ann Lee, Quay Post\n3 March 2025", ""), "Quay Post"},
    {"byline-for", "1.txt", TEXT(TITLE "\n\nBy Ann Lee for The Quay Post\n3 March", ""),
     "The Quay Post"},
    {"byline-role", "1.txt", TEXT(TITLE "\n\nBy Ann Lee, Chief News Reporter\n3 March", ""), NULL},
    {"before-date", "1.txt", TEXT(TITLE "\n\nQuay Post, 3 March 2025", ""), "Quay Post"},
    {"behind-date", "1.txt", TEXT(TITLE "\n\n3 March 2025, Quay Post", ""), "Quay Post"},
    {"published-by", "1.txt", TEXT(TITLE "\n\nPublished by Quay Post on 3 March 2025", ""),
     "Quay Post"},
    {"source", "1.txt", TEXT(TITLE "\n\nSource: Quay Post\n3 March 2025", ""), "Quay Post"},
    {"copyright", "1.txt", TEXT(TITLE, "© 2025 The Quay & Coast. All rights reserved."),
     "The Quay & Coast"},
    {"company", "1.txt", TEXT(TITLE, "Copyright 2025 Quay Post Ltd"), "Quay Post"},
    {"first-appeared", "1.txt", TEXT(TITLE, "This article first appeared in The Quay Post."),
     "The Quay Post"},
    {"dateline", "1.txt", TEXT(TITLE "\n\nOLDPORT, March 3 (Quay Press) - A tug is due.", ""),
     "Quay Press"},
    {"no-dateline", "1.txt", TEXT(TITLE "\n\nThe tug (Quay Press says 3) is due at the pier.", ""),
     NULL},
    {"ampersand", "quay-coast.txt", TEXT(TITLE, "Follow Quay & Coast"), "Quay & Coast"},
    {"and", "quay-and-coast.txt", TEXT(TITLE, "Follow Quay & Coast"), "Quay & Coast"},
    {"other-owner", "quay-post.txt", TEXT(TITLE, "© 2025 Northern Media Group"), "Quay Post"},
    {"html-sections", "1.html", HTML("<title>" TITLE " - Coast - Quay Post</title>", "", ""),
     "Quay Post"},
    {"html-name-first", "1.html", HTML("<title>The Quay Post | " TITLE "</title>", "", ""),
     "The Quay Post"},
    {"html-between", "1.html", HTML("<title>Quay Post - " TITLE " - Coast</title>", "", ""),
     "Quay Post"},
    {"html-logo", "1.html",
     HTML("<title>" TITLE "</title>",
          "<header><a class=logo>Quay Post</a><nav>News</nav></header>",
          ""),
     "Quay Post"},
    {"html-picture", "1.html",
     HTML("<title>" TITLE "</title>", "<a><img class=logo alt='Quay Post logo'></a>", ""),
     "Quay Post"},
    {"html-section-suffix", "1.html",
     HTML("<title>" TITLE " - Harbour news</title>", "<p class=site-title>Quay Post</p>", ""),
     "Quay Post"},
    {"html-host", "1.html",
     HTML("<meta property=og:site_name content=quaypost.example>",
          "<a class=logo>The Quay Post</a>",
          ""),
     "The Quay Post"},
    {"html-slogan", "1.html",
     HTML("<meta property=og:site_name content='Quay Post: news of the coast'>", "", ""),
     "Quay Post"},
    {"html-copyright", "1.html", HTML("", "", "<footer>© 2025 Quay Post</footer>"), "Quay Post"},
    {"html-header", "quay-post.html", HTML("", "<header>The Quay Post</header>", ""),
     "The Quay Post"},
    {"html-graph", "1.html",
     HTML("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
          "\"publisher\":{\"@id\":\"#o\"}},{\"@type\":\"NewsMediaOrganization\",\"@id\":\"#o\","
          "\"name\":\"The Quay Post\"}]}</script>",
          "",
          ""),
     "The Quay Post"},
};

static void
test_page(gconstpointer data)
{
    gsize i = (gsize)GPOINTER_TO_SIZE(data);
    g_autoptr(GBytes) bytes = g_bytes_new_static(pages[i].page, strlen(pages[i].page));
    g_autoptr(CldIngestResult) result = cld_ingest_bytes(bytes, pages[i].source, NULL);
    g_assert_cmpuint(result->articles->len, ==, 1);
    const CldArticle *article = result->articles->pdata[0];
    g_assert_cmpstr(article->outlet, ==, pages[i].outlet);
    g_assert_cmpstr(article->title, ==, TITLE);
}

static const struct {
    const char *line, *outlet;
} lines[] = {
    {"© Copyright 2013-2025", NULL},         {"© 2013–2025 Quay Coast", "Quay Coast"},
    {"From Monday the buoys are lit", NULL}, {"By Friday, World leaders had left", NULL},
    {"Photo: © Quay Press", NULL},           {"Published in Quay Post", "Quay Post"},
};

static void
test_lines(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *outlet = cld_imprint_from_line(lines[i].line);
        g_assert_cmpstr(outlet, ==, lines[i].outlet);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autofree char *path = g_strconcat("/imprint/page/", pages[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_page);
    }
    g_test_add_func("/imprint/lines", test_lines);
    return g_test_run();
}
