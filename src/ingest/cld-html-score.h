/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>
#include <libxml/tree.h>

/* How much text stands below an element of a page. */
typedef struct {
    gsize chars;      /* without white space */
    gsize link_chars; /* of these, inside links */
    gsize own_chars;  /* of chars, in no block below the element: its own paragraph */
    guint commas;
    guint own_commas;
    gsize own_link_chars;
    double score;
    double prose; /* characters of paragraphs, without their links */
} CldTextStats;

/* A page that was measured. The elements' indices are in their _private fields. */
typedef struct {
    xmlNode *root;
    GArray *stats;     /* (element-type CldTextStats) by index; 0: none */
    gboolean by_class; /* class and id attributes are believed */
} CldPage;

CldPage *cld_page_new(xmlNode *root);
void cld_page_free(CldPage *self);
const CldTextStats *cld_page_get_stats(const CldPage *self, const xmlNode *node);
const char *cld_page_skip_reason(const CldPage *self, xmlNode *node);
GPtrArray *cld_page_find_body(CldPage *self);
gboolean cld_html_is_inline(const xmlNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldPage, cld_page_free)
