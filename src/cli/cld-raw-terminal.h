/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

typedef enum {
    CLD_KEY_NONE, /* nothing to act on: an unknown key, a broken byte */
    CLD_KEY_CHAR,
    CLD_KEY_ENTER,
    CLD_KEY_ESCAPE,
    CLD_KEY_BACKSPACE,
    CLD_KEY_ERASE_LINE, /* Ctrl-U */
    CLD_KEY_UP,
    CLD_KEY_DOWN,
    CLD_KEY_PAGE_UP,
    CLD_KEY_PAGE_DOWN,
    CLD_KEY_REDRAW,  /* Ctrl-L, another size, back from a stop */
    CLD_KEY_SUSPEND, /* Ctrl-Z */
    CLD_KEY_QUIT,    /* Ctrl-C, Ctrl-D, hang-up */
    CLD_KEY_PASTE_BEGIN,
    CLD_KEY_PASTE_END,
    CLD_KEY_TIMEOUT,
} CldKeyKind;

typedef struct {
    CldKeyKind kind;
    gunichar c; /* CLD_KEY_CHAR only */
} CldKey;

gboolean cld_raw_terminal_is_there(void);
gboolean cld_raw_terminal_enter(void);
void cld_raw_terminal_leave(void);
void cld_raw_terminal_suspend(void);
void cld_raw_terminal_get_size(guint *columns, guint *rows);
CldKey cld_raw_terminal_read_key(guint timeout_msec);
gboolean cld_raw_terminal_write(const char *bytes, gsize length_bytes);
