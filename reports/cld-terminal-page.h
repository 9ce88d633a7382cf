/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

typedef enum {
    CLD_STYLE_PLAIN,
    CLD_STYLE_BOLD,
    CLD_STYLE_FAINT,
    CLD_STYLE_HEADING,
    CLD_STYLE_MARK,    /* words that clash */
    CLD_STYLE_REMOVED, /* word diff: only in the first */
    CLD_STYLE_ADDED,   /* word diff: only in the second */
    CLD_STYLE_BAD,
    CLD_STYLE_CAUTION,
    CLD_STYLE_GOOD,
    CLD_N_STYLES,
} CldStyle;

/* Text on its way to a screen of fixed width. Everything added, ours or not, is encoded first, so
 * nothing but the page itself can write an escape sequence. */
typedef struct {
    GString *out;  /* (owned) */
    GArray *cells; /* (owned): the paragraph being filled */
    guint width;   /* columns */
    gboolean use_color;
} CldTerminalPage;

void cld_terminal_page_init(CldTerminalPage *self, guint width, gboolean use_color);
char *cld_terminal_page_finish(CldTerminalPage *self, gsize *length_bytes);
void cld_terminal_page_add(CldTerminalPage *self, CldStyle style, const char *text);
void cld_terminal_page_add_bytes(CldTerminalPage *self,
                                 CldStyle style,
                                 const char *text,
                                 gsize length_bytes);
void cld_terminal_page_end(CldTerminalPage *self, guint indent, guint hanging);
void cld_terminal_page_rule(CldTerminalPage *self, gunichar c);
void cld_terminal_page_blank(CldTerminalPage *self);
GPtrArray *cld_terminal_page_take(CldTerminalPage *self, guint columns);
void cld_terminal_page_take_more(CldTerminalPage *self, guint columns, GPtrArray *rows);
void cld_terminal_page_pair(CldTerminalPage *self, GPtrArray *left, GPtrArray *right, guint indent);
