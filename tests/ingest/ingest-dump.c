/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
#include <stdio.h>

/* Prints what ingest makes of each file: for the benches and for looking at it. */

static void
print_article(const CldArticle *article)
{
    g_autofree char *published = cld_when_dup_from(article->published);
    printf("article\t%s\t%s\noutlet\t%s\t%s\ntitle\t%s\npublished\t%s\t%s\nlanguage\t%s\n",
           article->source, article->format, article->outlet, article->outlet_from, article->title,
           published, article->published_from, article->language);
    for (guint i = 0; i < article->authors->len; i++)
        printf("author\t%s\n", (const char *)article->authors->pdata[i]);
    for (guint i = 0; i < article->blocks->len; i++) {
        const CldBlock *block = &g_array_index(article->blocks, CldBlock, i);
        g_autofree char *text = cld_span_dup_text(block->span, article->text);
        printf("block\t%s\t%u\t%s\t%s\n", cld_part_get_tag(block->part), block->line,
               block->label != NULL ? block->label : "", text);
    }
    for (guint i = 0; i < article->dropped->len; i++) {
        const CldDropped *dropped = article->dropped->pdata[i];
        printf("dropped\t%s\t%u\t%s\n", dropped->reason, dropped->line, dropped->text);
    }
}

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        g_autoptr(CldIngestResult) result = cld_ingest_file(argv[i], NULL);
        for (guint n = 0; n < result->inputs->len; n++) {
            const CldInput *input = result->inputs->pdata[n];
            printf("input\t%s\t%s\t%s\t%" G_GSSIZE_FORMAT "\t%s\n", input->source,
                   cld_outcome_get_tag(input->outcome), input->code, input->offset_bytes,
                   input->message);
        }
        for (guint n = 0; n < result->articles->len; n++)
            print_article(result->articles->pdata[n]);
    }
    return 0;
}
