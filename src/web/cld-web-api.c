/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-web-api.h"
#include "cld-web-assets.h"
#include "cld-web-json.h"
#include <string.h>

#define ASSETS "/org/claimdiff/web/"

#define MAX_PAGE     200  /* findings in one answer */
#define MAX_UNDO     1000 /* presses of the undo key that are remembered */
#define REFRESH_USEC (G_USEC_PER_SEC / 2)

struct CldWebApi {
    CldReviews *reviews; /* borrowed */
    CldWebGuard *guard;  /* borrowed */
    CldWebIndex *index;  /* (owned) */
    char *source;        /* (owned): what is reviewed, in words */
    GQueue undo;      /* (element-type GPtrArray of utf8): ids decided by one press, last first */
    guint64 revision; /* of list and states */
    gint64 refreshed_usec;
    CldWebOpened opened;
    gpointer opened_data;
    char *cookie; /* (owned) (nullable): value of the header, kept for the answer */
};

static void
finish(CldWebAnswer *answer, GString *out)
{
    answer->body = g_string_free_to_bytes(out);
}

static void
refuse(CldWebAnswer *answer, guint status, const char *why)
{
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "error", why);
    cld_json_close(&w, '}');
    answer->status = status;
    finish(answer, w.out);
}

/* The one place where an error becomes a status. */
static void
refuse_error(CldWebAnswer *answer, const GError *error)
{
    gboolean is_missing = g_error_matches(error, CLD_REVIEWS_ERROR, CLD_REVIEWS_ERROR_ID);
    const char *why = error == NULL ? "not done" : error->message;
    refuse(answer, is_missing ? 404 : 500, why);
}

/* Returns: %TRUE if the findings are those that the index knows, state or not */
static gboolean
is_same_list(const CldWebApi *self)
{
    guint n = cld_reviews_get_size(self->reviews);
    gboolean is_same = n == cld_web_index_get_size(self->index);
    for (guint i = 0; i < n && is_same; i++)
        is_same = g_str_equal(cld_reviews_get_item(self->reviews, i)->row->id,
                              cld_web_index_get_row(self->index, i)->id);
    return is_same;
}

static void
take_rows(CldWebApi *self)
{
    guint n = cld_reviews_get_size(self->reviews);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_full(n, (GDestroyNotify)cld_finding_row_unref);
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(rows, cld_finding_row_ref(cld_reviews_get_item(self->reviews, i)->row));
    cld_web_index_set_rows(self->index, rows);
}

static void
take_list(CldWebApi *self)
{
    if (!is_same_list(self))
        take_rows(self);
    for (guint i = 0; i < cld_web_index_get_size(self->index); i++)
        cld_web_index_set_state(self->index, i,
                                cld_reviews_get_item(self->reviews, i)->review->state);
    self->revision++;
}

/* Looks at most twice a second whether a check or somebody else has changed something. */
static gboolean
refresh(CldWebApi *self, gboolean is_urgent, GError **error)
{
    gboolean has_changed = FALSE;
    gint64 now = g_get_monotonic_time();
    if (!is_urgent && now - self->refreshed_usec < REFRESH_USEC)
        return TRUE;
    self->refreshed_usec = now;
    if (!cld_reviews_refresh(self->reviews, &has_changed, error))
        return FALSE;
    if (has_changed)
        take_list(self);
    return TRUE;
}

static const char *
get_text(const CldWebCall *call, const char *name)
{
    return cld_json_get_string(cld_json_find_member(call->body, name));
}

/* Returns: the number that the query has under @name; @otherwise if it has none */
static guint
get_number(const CldWebCall *call, const char *name, guint otherwise)
{
    guint64 number = 0;
    const char *text = g_hash_table_lookup(call->query, name);
    return text != NULL && g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT32, &number, NULL)
               ? (guint)number
               : otherwise;
}

static void
answer_session(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_json_string(&w, "version", CLD_VERSION);
    cld_json_string(&w, "token", self->guard->token);
    cld_json_string(&w, "reviewer", cld_reviews_get_reviewer(self->reviews));
    cld_json_string(&w, "source", self->source);
    cld_json_string(&w, "decisions", cld_reviews_get_decisions_path(self->reviews));
    cld_json_close(&w, '}');
    finish(answer, w.out);
}

/* Returns: where @row stands in the list of the filter, which is ascending; -1: not in it */
static gint
place_of(const GArray *rows, guint row)
{
    guint low = 0, high = rows->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(rows, guint, middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows->len && g_array_index(rows, guint, low) == row ? (gint)low : -1;
}

static void
put_page(CldJsonWriter *w, CldWebApi *self, const CldWebView *view, const CldWebCall *call)
{
    guint offset = MIN(get_number(call, "offset", 0), view->rows->len);
    guint limit = MIN(get_number(call, "limit", MAX_PAGE), MAX_PAGE);
    guint end = offset + MIN(limit, view->rows->len - offset);
    cld_json_integer(w, "offset", offset);
    cld_json_open(w, "items", '[');
    for (guint i = offset; i < end; i++) {
        guint row = g_array_index(view->rows, guint, i);
        cld_web_json_put_row(w, cld_web_index_get_row(self->index, row),
                             cld_web_index_get_state(self->index, row));
    }
    cld_json_close(w, ']');
}

static void
answer_findings(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_auto(CldWebFilter) filter = {0};
    guint row = 0;
    if (!cld_web_filter_init_query(&filter, call->query)) {
        refuse(answer, 400, "the filter is too long");
        return;
    }
    const CldWebView *view = cld_web_index_ask(self->index, &filter);
    const char *at = g_hash_table_lookup(call->query, "at");
    gboolean is_found = at != NULL && cld_web_index_find(self->index, at, &row);
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_json_integer(&w, "revision", (gint64)self->revision);
    cld_json_integer(&w, "total", view->rows->len);
    cld_json_integer(&w, "index", is_found ? place_of(view->rows, row) : -1);
    put_page(&w, self, view, call);
    cld_web_json_put_counts(&w, self->index, view);
    cld_json_close(&w, '}');
    finish(answer, w.out);
}

static void
answer_finding(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_autoptr(GError) error = NULL;
    const char *id = g_hash_table_lookup(call->query, "id");
    guint row = 0;
    if (id == NULL || !cld_web_index_find(self->index, id, &row)) {
        refuse(answer, 404, "there is no such finding any more");
        return;
    }
    g_autoptr(CldReport) report = cld_reviews_load(self->reviews, row, &error);
    if (report == NULL || report->findings->len == 0) {
        refuse_error(answer, error);
        return;
    }
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_web_json_put_finding(&w, report, cld_reviews_get_item(self->reviews, row)->review);
    finish(answer, w.out);
}

static void
answer_changes(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_autoptr(GError) error = NULL;
    if (!refresh(self, FALSE, &error)) {
        refuse_error(answer, error);
        return;
    }
    CldJsonWriter w = {.out = g_string_new(NULL)};
    cld_json_open(&w, NULL, '{');
    cld_json_integer(&w, "revision", (gint64)self->revision);
    cld_json_close(&w, '}');
    finish(answer, w.out);
}

/* Says how many were saved, and the first of them. */
static void
answer_saved(CldWebApi *self, CldWebAnswer *answer, const GArray *rows)
{
    CldJsonWriter w = {.out = g_string_new(NULL)};
    guint first = rows->len > 0 ? g_array_index(rows, guint, 0) : 0;
    cld_json_open(&w, NULL, '{');
    cld_json_integer(&w, "n", rows->len);
    cld_json_string(&w, "id", rows->len > 0 ? cld_web_index_get_row(self->index, first)->id : NULL);
    cld_json_integer(&w, "revision", (gint64)self->revision);
    cld_json_close(&w, '}');
    finish(answer, w.out);
}

static void
remember(CldWebApi *self, const GArray *rows)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(
            ids, g_strdup(cld_web_index_get_row(self->index, g_array_index(rows, guint, i))->id));
    g_queue_push_head(&self->undo, ids);
    if (g_queue_get_length(&self->undo) > MAX_UNDO)
        g_ptr_array_unref(g_queue_pop_tail(&self->undo));
}

static const char *
or_null(const char *text)
{
    return text == NULL || *text == '\0' ? NULL : text;
}

/* Puts one decision on the rows and says so only when it is on the disk. */
static void
decide(CldWebApi *self, const CldWebCall *call, const GArray *rows, CldWebAnswer *answer)
{
    g_autoptr(GError) error = NULL;
    CldVerdict verdict = CLD_VERDICT_OPEN;
    if (!cld_verdict_from_tag(get_text(call, "decision"), &verdict)) {
        refuse(answer, 400, "which decision?");
        return;
    }
    if (!cld_reviews_decide(self->reviews, rows, verdict, or_null(get_text(call, "reason")),
                            or_null(get_text(call, "by")), or_null(get_text(call, "expires")),
                            &error)) {
        refuse_error(answer, error);
        return;
    }
    remember(self, rows);
    take_list(self);
    answer_saved(self, answer, rows);
}

static void
answer_decide(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint));
    const char *id = get_text(call, "id");
    guint row = 0;
    if (id == NULL || !cld_web_index_find(self->index, id, &row)) {
        refuse(answer, 404, "there is no such finding any more");
        return;
    }
    g_array_append_val(rows, row);
    decide(self, call, rows, answer);
}

/* What the reviewer saw when pressing the button is what is decided, or nothing is. */
static void
answer_bulk(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_auto(CldWebFilter) filter = {0};
    JsonNode *expected = cld_json_find_member(call->body, "expected");
    JsonObject *object = cld_json_get_object(cld_json_find_member(call->body, "filter"));
    if (!cld_web_filter_init_json(&filter, object) || expected == NULL ||
        !JSON_NODE_HOLDS_VALUE(expected)) {
        refuse(answer, 400, "which findings, and how many are they?");
        return;
    }
    const CldWebView *view = cld_web_index_ask(self->index, &filter);
    if (view->rows->len == 0 || json_node_get_int(expected) != (gint64)view->rows->len) {
        refuse(answer, 409, "the list has changed");
        return;
    }
    g_autoptr(GArray) rows = g_array_copy(view->rows);
    decide(self, call, rows, answer);
}

/* Findings that are gone meanwhile are passed over. */
static GArray *
rows_of(const CldWebApi *self, const GPtrArray *ids)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < ids->len; i++) {
        guint row = 0;
        if (cld_web_index_find(self->index, g_ptr_array_index(ids, i), &row))
            g_array_append_val(rows, row);
    }
    return rows;
}

static void
answer_undo(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    const GPtrArray *ids = g_queue_peek_head(&self->undo);
    g_autoptr(GArray) rows = rows_of(self, ids == NULL ? none : ids);
    if (rows->len > 0 && !cld_reviews_undo(self->reviews, rows, &error)) {
        refuse_error(answer, error);
        return;
    }
    if (ids != NULL)
        g_ptr_array_unref(g_queue_pop_head(&self->undo));
    take_list(self);
    answer_saved(self, answer, rows);
}

static void
send_asset(CldWebAnswer *answer, const char *name, const char *type)
{
    g_autofree char *path = g_strconcat(ASSETS, name, NULL);
    answer->type = type;
    answer->body = g_resource_lookup_data(cld_web_assets_get_resource(), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

#define HTML   "text/html; charset=utf-8"
#define STYLE  "text/css; charset=utf-8"
#define SCRIPT "text/javascript; charset=utf-8"

/* The address with the key works once; from then on the cookie does. */
static void
answer_open(gpointer data, const CldWebCall *call, CldWebAnswer *answer)
{
    CldWebApi *self = data;
    const char *key = g_hash_table_lookup(call->query, "key");
    if (!cld_web_guard_take_key(self->guard, key == NULL ? "" : key)) {
        send_asset(answer, "closed.html", HTML);
        answer->status = 401;
        return;
    }
    g_free(self->cookie);
    self->cookie = g_strdup_printf("%s=%s; Path=/; HttpOnly; SameSite=Strict",
                                   self->guard->cookie_name, self->guard->session);
    answer->head = self->cookie;
    send_asset(answer, "open.html", HTML);
    if (self->opened != NULL)
        self->opened(self->opened_data);
}

/* One handler a file: a path can only ever name what stands in this list. */
#define ASSET(function, name, type)                                                                \
    static void function(gpointer data, const CldWebCall *call, CldWebAnswer *answer)              \
    {                                                                                              \
        send_asset(answer, name, type);                                                            \
    }
ASSET(send_page, "index.html", HTML)
ASSET(send_style, "review.css", STYLE)
ASSET(send_icon, "icon.svg", "image/svg+xml")
ASSET(send_api, "api.js", SCRIPT)
ASSET(send_app, "app.js", SCRIPT)
ASSET(send_dialogs, "dialogs.js", SCRIPT)
ASSET(send_dom, "dom.js", SCRIPT)
ASSET(send_filters, "filters.js", SCRIPT)
ASSET(send_finding, "finding.js", SCRIPT)
ASSET(send_keys, "keys.js", SCRIPT)
ASSET(send_list, "list.js", SCRIPT)
ASSET(send_timeline, "timeline.js", SCRIPT)
ASSET(send_words, "words.js", SCRIPT)

static const CldWebRoute routes[] = {
    {"/", CLD_WEB_GET, .is_page = TRUE, .handle = send_page},
    {"/open", CLD_WEB_GET, .is_open = TRUE, .is_page = TRUE, .handle = answer_open},
    {"/review.css", CLD_WEB_GET, .handle = send_style},
    {"/icon.svg", CLD_WEB_GET, .handle = send_icon},
    {"/api.js", CLD_WEB_GET, .handle = send_api},
    {"/app.js", CLD_WEB_GET, .handle = send_app},
    {"/dialogs.js", CLD_WEB_GET, .handle = send_dialogs},
    {"/dom.js", CLD_WEB_GET, .handle = send_dom},
    {"/filters.js", CLD_WEB_GET, .handle = send_filters},
    {"/finding.js", CLD_WEB_GET, .handle = send_finding},
    {"/keys.js", CLD_WEB_GET, .handle = send_keys},
    {"/list.js", CLD_WEB_GET, .handle = send_list},
    {"/timeline.js", CLD_WEB_GET, .handle = send_timeline},
    {"/words.js", CLD_WEB_GET, .handle = send_words},
    {"/api/session", CLD_WEB_GET, .handle = answer_session},
    {"/api/findings", CLD_WEB_GET, .handle = answer_findings},
    {"/api/finding", CLD_WEB_GET, .handle = answer_finding},
    {"/api/changes", CLD_WEB_GET, .handle = answer_changes},
    {"/api/decide", CLD_WEB_POST, .handle = answer_decide},
    {"/api/undo", CLD_WEB_POST, .handle = answer_undo},
    {"/api/bulk", CLD_WEB_POST, .handle = answer_bulk},
};

/* Returns: (transfer none) (array length=n_routes): all that the server answers to */
const CldWebRoute *
cld_web_api_list_routes(guint *n_routes)
{
    *n_routes = G_N_ELEMENTS(routes);
    return routes;
}

/**
 * cld_web_api_new:
 * @reviews: the findings; borrowed, must outlive it
 * @source: what they come from, in words
 *
 * Returns: (transfer full): answers on @reviews; attach a guard before anything is asked
 */
CldWebApi *
cld_web_api_new(CldReviews *reviews, const char *source)
{
    CldWebApi *self = g_new0(CldWebApi, 1);
    self->reviews = reviews;
    self->source = g_strdup(source);
    self->index = cld_web_index_new();
    g_queue_init(&self->undo);
    take_list(self);
    return self;
}

/* Frees the answers; reviews and guard are their owners' to free. */
void
cld_web_api_free(CldWebApi *self)
{
    g_free(self->source);
    cld_web_index_free(self->index);
    g_queue_clear_full(&self->undo, (GDestroyNotify)g_ptr_array_unref);
    g_free(self->cookie);
    g_free(self);
}

/* Gives the answers the guard (borrowed) whose secrets they hand out, and who (nullable) hears that
 * a one-time address is used up. */
void
cld_web_api_attach(CldWebApi *self, CldWebGuard *guard, CldWebOpened opened, gpointer opened_data)
{
    self->guard = guard;
    self->opened = opened;
    self->opened_data = opened_data;
}
