/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-outlet-names.h"
#include <string.h>

/* A mapping is written by hand; more than this is a mistake. Each article looks at every row. */
#define MAX_NAMES 2000

typedef struct {
    char *key;  /* (owned) */
    char *name; /* (owned) */
} Row;

struct CldOutletNames {
    GArray *rows; /* (element-type Row) in the order given: the first that fits counts */
};

static void
row_clear(gpointer data)
{
    Row *row = data;
    g_free(row->key);
    g_free(row->name);
}

/* Returns: (transfer full): an empty mapping */
CldOutletNames *
cld_outlet_names_new(void)
{
    CldOutletNames *self = g_new0(CldOutletNames, 1);
    self->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_array_set_clear_func(self->rows, row_clear);
    return self;
}

void
cld_outlet_names_free(CldOutletNames *self)
{
    g_array_unref(self->rows);
    g_free(self);
}

/**
 * cld_outlet_names_add:
 * @self: a mapping
 * @key: file name, folder name or domain; rows added earlier are tried first
 * @name: the outlet's name, UTF-8
 *
 * Returns: %FALSE if the mapping is full
 */
gboolean
cld_outlet_names_add(CldOutletNames *self, const char *key, const char *name)
{
    if (self->rows->len >= MAX_NAMES)
        return FALSE;
    Row row = {g_strdup(key), g_strdup(name)};
    g_array_append_val(self->rows, row);
    return TRUE;
}

static gboolean
is_piece_named(const char *piece, const char *key)
{
    gsize length = strlen(key);
    return g_str_equal(piece, key) ||
           (strncmp(piece, key, length) == 0 && piece[length] == '.' &&
            strchr(piece + length + 1, '.') == NULL); /* "herald" is herald.txt, not herald.x.y */
}

/**
 * cld_outlet_names_find_path:
 * @self: (nullable): a mapping
 * @path: path of an input, as given
 *
 * Returns: (transfer none) (nullable): the name for its file, else for the nearest folder that has
 *   one
 */
const char *
cld_outlet_names_find_path(const CldOutletNames *self, const char *path)
{
    if (self == NULL)
        return NULL;
    g_auto(GStrv) pieces = g_strsplit(path, "/", -1);
    for (guint n = g_strv_length(pieces); n > 0; n--) {
        for (guint i = 0; i < self->rows->len; i++) {
            const Row *row = &g_array_index(self->rows, Row, i);
            if (is_piece_named(pieces[n - 1], row->key))
                return row->name;
        }
    }
    return NULL;
}

static gboolean
is_host_under(const char *host, const char *domain)
{
    gsize n = strlen(host), m = strlen(domain);
    if (n < m || g_ascii_strcasecmp(host + n - m, domain) != 0)
        return FALSE;
    return n == m || host[n - m - 1] == '.';
}

/**
 * cld_outlet_names_find_url:
 * @self: (nullable): a mapping
 * @url: (nullable): address of an article
 *
 * Returns: (transfer none) (nullable): the name for the address's domain
 */
const char *
cld_outlet_names_find_url(const CldOutletNames *self, const char *url)
{
    g_autofree char *host = NULL;
    if (self == NULL || url == NULL ||
        !g_uri_split(url, G_URI_FLAGS_PARSE_RELAXED, NULL, NULL, &host, NULL, NULL, NULL, NULL,
                     NULL) ||
        host == NULL)
        return NULL;
    for (guint i = 0; i < self->rows->len; i++) {
        const Row *row = &g_array_index(self->rows, Row, i);
        if (is_host_under(host, row->key))
            return row->name;
    }
    return NULL;
}
