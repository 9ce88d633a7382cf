/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-terminal-page.h"
#include "cld-encode.h"
#include <string.h>

/* A screen narrower than this is treated as this wide: a paragraph needs room for a word. */
#define MIN_COLUMNS       24
#define MAX_COLUMNS       400
#define SEPARATOR         " │ "
#define SEPARATOR_COLUMNS 3

/* SGR parameters (ECMA-48), chosen to be read on light and dark grounds: no white, no yellow
 * alone; the marks are underlined as well, for readers who see no colour. */
static const char *const sgr[CLD_N_STYLES] = {
    [CLD_STYLE_BOLD] = "1",      [CLD_STYLE_FAINT] = "2",      [CLD_STYLE_HEADING] = "1;36",
    [CLD_STYLE_MARK] = "1;4;35", [CLD_STYLE_REMOVED] = "9;31", [CLD_STYLE_ADDED] = "4;32",
    [CLD_STYLE_BAD] = "1;31",    [CLD_STYLE_CAUTION] = "33",   [CLD_STYLE_GOOD] = "32",
};

/* What stands in for a style on a page without colour. */
static const struct {
    const char *open;
    const char *close;
} signs[CLD_N_STYLES] = {
    [CLD_STYLE_MARK] = {"«", "»"},
    [CLD_STYLE_REMOVED] = {"[-", "-]"},
    [CLD_STYLE_ADDED] = {"{+", "+}"},
};

typedef struct {
    gunichar c;
    CldStyle style;
    guint8 columns; /* 0, 1 or 2 */
} Cell;

/* Rows of a paragraph that was wrapped but not yet placed. */
typedef struct {
    char *text; /* (owned): with escape sequences if the page has colour */
    guint columns;
} Row;

static void
row_free(Row *self)
{
    g_free(self->text);
    g_free(self);
}

/* Begins an empty page; @width is in columns, 0 for 80. */
void
cld_terminal_page_init(CldTerminalPage *self, guint width, gboolean use_color)
{
    self->out = g_string_new(NULL);
    self->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    self->width = CLAMP(width == 0 ? 80 : width, MIN_COLUMNS, MAX_COLUMNS);
    self->use_color = use_color;
}

/* Returns: (transfer full): everything written; the page must not be used after it */
char *
cld_terminal_page_finish(CldTerminalPage *self, gsize *length_bytes)
{
    g_clear_pointer(&self->cells, g_array_unref);
    if (length_bytes != NULL)
        *length_bytes = self->out->len;
    return g_string_free(g_steal_pointer(&self->out), FALSE);
}

static guint8
columns_of(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

static void
add_cells(CldTerminalPage *self, CldStyle style, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        Cell cell = {c, style, columns_of(c)};
        g_array_append_val(self->cells, cell);
    }
}

/* Each text is encoded by itself, so "::" and "##" could still meet where two are joined. */
static void
keep_apart(CldTerminalPage *self, char first)
{
    guint n = self->cells->len;
    if ((first == ':' || first == '#') && n > 0 &&
        g_array_index(self->cells, Cell, n - 1).c == (gunichar)first)
        add_cells(self, CLD_STYLE_PLAIN, " ");
}

/* Adds @length_bytes of @text, from anywhere, to the paragraph. */
void
cld_terminal_page_add_bytes(CldTerminalPage *self,
                            CldStyle style,
                            const char *text,
                            gsize length_bytes)
{
    g_autoptr(GString) encoded = g_string_new(NULL);
    cld_encode_terminal(encoded, text, (gssize)length_bytes);
    gboolean has_sign = !self->use_color && signs[style].open != NULL && encoded->len > 0;
    if (has_sign)
        add_cells(self, style, signs[style].open);
    keep_apart(self, encoded->str[0]);
    add_cells(self, style, encoded->str);
    if (has_sign)
        add_cells(self, style, signs[style].close);
}

/* Adds @text (nullable), from anywhere, to the paragraph. */
void
cld_terminal_page_add(CldTerminalPage *self, CldStyle style, const char *text)
{
    if (text != NULL)
        cld_terminal_page_add_bytes(self, style, text, strlen(text));
}

static gboolean
is_break(gunichar c)
{
    return c == ' ' || c == 0x2003;
}

/* Returns: the cell after the last one of the row that begins at @first; never splits a letter
 * from its accents */
static guint
find_row_end(const GArray *cells, guint first, guint columns)
{
    guint used = 0, last_break = 0, i;
    for (i = first; i < cells->len; i++) {
        const Cell *cell = &g_array_index(cells, Cell, i);
        if (used + cell->columns > columns && !is_break(cell->c))
            break;
        if (is_break(cell->c) || (cell->columns == 2 && i > first))
            last_break = i;
        if (used + cell->columns > columns)
            break;
        used += cell->columns;
    }
    if (i == cells->len)
        return i;
    if (last_break > first)
        return last_break;
    return MAX(i, first + 1);
}

static void
switch_style(GString *out, CldStyle from, CldStyle to)
{
    if (from != to && sgr[from] != NULL)
        g_string_append(out, "\033[0m");
    if (from != to && sgr[to] != NULL)
        g_string_append_printf(out, "\033[%sm", sgr[to]);
}

static Row *
make_row(const CldTerminalPage *self, guint first, guint end)
{
    GString *out = g_string_new(NULL);
    Row *row = g_new0(Row, 1);
    CldStyle style = CLD_STYLE_PLAIN;
    while (end > first && g_array_index(self->cells, Cell, end - 1).c == ' ')
        end--;
    for (guint i = first; i < end; i++) {
        const Cell *cell = &g_array_index(self->cells, Cell, i);
        if (self->use_color)
            switch_style(out, style, cell->style);
        style = cell->style;
        g_string_append_unichar(out, cell->c);
        row->columns += cell->columns;
    }
    if (self->use_color)
        switch_style(out, style, CLD_STYLE_PLAIN);
    row->text = g_string_free(out, FALSE);
    return row;
}

static GPtrArray *
wrap(CldTerminalPage *self, guint first_columns, guint other_columns)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    guint columns = first_columns;
    for (guint first = 0; first < self->cells->len;) {
        guint end = find_row_end(self->cells, first, columns);
        g_ptr_array_add(rows, make_row(self, first, end));
        first = end;
        while (first < self->cells->len && g_array_index(self->cells, Cell, first).c == ' ')
            first++;
        columns = other_columns;
    }
    g_array_set_size(self->cells, 0);
    return rows;
}

static void
put_spaces(GString *out, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append_c(out, ' ');
}

/* Puts the paragraph on the page: @indent columns before its first row, @hanging before others. */
void
cld_terminal_page_end(CldTerminalPage *self, guint indent, guint hanging)
{
    guint most = self->width - MIN_COLUMNS / 2;
    indent = MIN(indent, most);
    hanging = MIN(hanging, most);
    g_autoptr(GPtrArray) rows = wrap(self, self->width - indent, self->width - hanging);
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = g_ptr_array_index(rows, i);
        put_spaces(self->out, i == 0 ? indent : hanging);
        g_string_append(self->out, row->text);
        g_string_append_c(self->out, '\n');
    }
}

/* A line of @c over the whole width. */
void
cld_terminal_page_rule(CldTerminalPage *self, gunichar c)
{
    char utf8[7] = {0};
    g_unichar_to_utf8(c, utf8);
    for (guint i = 0; i < self->width; i++)
        cld_terminal_page_add(self, CLD_STYLE_FAINT, utf8);
    cld_terminal_page_end(self, 0, 0);
}

/* Puts an empty line on the page. */
void
cld_terminal_page_blank(CldTerminalPage *self)
{
    g_string_append_c(self->out, '\n');
}

/* Ends the paragraph without placing it. Returns: (transfer full): its rows, at most @columns
 * wide, for cld_terminal_page_pair() */
GPtrArray *
cld_terminal_page_take(CldTerminalPage *self, guint columns)
{
    return wrap(self, columns, columns);
}

/* Like cld_terminal_page_take(), adding to @rows. */
void
cld_terminal_page_take_more(CldTerminalPage *self, guint columns, GPtrArray *rows)
{
    g_ptr_array_extend_and_steal(rows, wrap(self, columns, columns));
}

static guint
widest(const GPtrArray *rows)
{
    guint columns = 0;
    for (guint i = 0; i < rows->len; i++)
        columns = MAX(columns, ((const Row *)g_ptr_array_index(rows, i))->columns);
    return columns;
}

/* Places two blocks of rows side by side, @indent columns in. */
void
cld_terminal_page_pair(CldTerminalPage *self, GPtrArray *left, GPtrArray *right, guint indent)
{
    guint columns = MAX(widest(left), (self->width - indent - SEPARATOR_COLUMNS) / 2);
    for (guint i = 0; i < MAX(left->len, right->len); i++) {
        const Row *l = i < left->len ? g_ptr_array_index(left, i) : NULL;
        const Row *r = i < right->len ? g_ptr_array_index(right, i) : NULL;
        put_spaces(self->out, indent);
        g_string_append(self->out, l == NULL ? "" : l->text);
        put_spaces(self->out, columns - (l == NULL ? 0 : l->columns));
        g_string_append_printf(self->out, "%s%s\n", r == NULL ? " │" : SEPARATOR,
                               r == NULL ? "" : r->text);
    }
}
