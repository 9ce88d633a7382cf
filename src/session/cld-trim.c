/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-trim.h"

/* Which articles stay, and where. */
typedef struct {
    gint *place; /* (owned) per article: its new index; -1: goes */
    guint n_kept;
} Places;

static void
keep_article(Places *places, guint article)
{
    places->place[article] = 0;
}

static void
keep_finding(Places *places, const CldFinding *finding)
{
    for (guint i = 0; i < finding->sides->len; i++) {
        const CldSide *side = g_ptr_array_index(finding->sides, i);
        keep_article(places, side->claim->article);
    }
    for (guint i = 0; i < finding->also->len; i++)
        keep_article(places, ((CldClaim *)g_ptr_array_index(finding->also, i))->article);
    for (guint i = 0; i < finding->missing_from->len; i++)
        keep_article(places, g_array_index(finding->missing_from, guint, i));
}

static Places
find_places(const CldNeighbourhood *self)
{
    const CldReport *report = self->report;
    Places places = {g_new0(gint, report->articles->len + 1), 0};
    for (guint i = 0; i < report->articles->len; i++)
        places.place[i] = g_array_index(self->is_new, gboolean, i) ? 0 : -1;
    for (guint i = 0; i < report->findings->len; i++)
        keep_finding(&places, g_ptr_array_index(report->findings, i));
    for (guint i = 0; i < report->articles->len; i++)
        if (places.place[i] >= 0)
            places.place[i] = (gint)places.n_kept++;
    return places;
}

/* Claims are still ours alone: nobody has seen the report. */
static void
move_claims(CldReport *report, const Places *places)
{
    g_autoptr(GPtrArray) all = report->claims;
    report->claims = g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
    for (guint i = 0; i < all->len; i++) {
        CldClaim *claim = g_ptr_array_index(all, i);
        gint place = places->place[claim->article];
        if (place < 0)
            continue;
        claim->article = (guint)place;
        g_ptr_array_add(report->claims, cld_claim_ref(claim));
    }
}

/* @width bytes a row. */
static GArray *
pick_rows(const GArray *rows, guint width, const Places *places)
{
    GArray *kept = g_array_sized_new(FALSE, FALSE, width, places->n_kept);
    for (guint i = 0; i < rows->len; i++)
        if (places->place[i] >= 0)
            g_array_append_vals(kept, rows->data + (gsize)i * width, 1);
    return kept;
}

static void
replace_rows(GArray **rows, guint width, const Places *places)
{
    GArray *kept = pick_rows(*rows, width, places);
    g_array_unref(*rows);
    *rows = kept;
}

static void
move_articles(CldNeighbourhood *self, const Places *places)
{
    CldReport *report = self->report;
    g_autoptr(GPtrArray) all = report->articles;
    report->articles = g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    for (guint i = 0; i < all->len; i++)
        if (places->place[i] >= 0)
            g_ptr_array_add(report->articles, cld_article_ref(g_ptr_array_index(all, i)));
    replace_rows(&report->copy_of, sizeof(gint), places);
    replace_rows(&report->event_of, sizeof(gint), places);
    replace_rows(&self->revisions, sizeof(gint64), places);
    replace_rows(&self->is_new, sizeof(gboolean), places);
    for (guint i = 0; i < report->copy_of->len; i++) {
        gint *original = &g_array_index(report->copy_of, gint, i);
        *original = *original < 0 ? -1 : places->place[*original];
    }
}

static void
move_event(CldEvent *event, const Places *places)
{
    guint kept = 0;
    for (guint i = 0; i < event->articles->len; i++) {
        gint place = places->place[g_array_index(event->articles, guint, i)];
        if (place >= 0)
            g_array_index(event->articles, guint, kept++) = (guint)place;
    }
    g_array_set_size(event->articles, kept);
}

/* Events that nothing new belongs to are no longer told. */
static void
move_events(CldReport *report, const Places *places)
{
    guint kept = 0;
    g_autofree gint *moved = g_new(gint, report->events->len + 1);
    for (guint i = 0; i < report->events->len; i++) {
        CldEvent *event = g_ptr_array_index(report->events, i);
        move_event(event, places);
        moved[i] = event->articles->len > 0 ? (gint)kept++ : -1;
    }
    for (guint i = report->events->len; i-- > 0;)
        if (moved[i] < 0)
            g_ptr_array_remove_index(report->events, i);
    for (guint i = 0; i < report->event_of->len; i++) {
        gint *event = &g_array_index(report->event_of, gint, i);
        *event = *event < 0 ? -1 : moved[*event];
    }
}

static void
move_rest(CldReport *report, const Places *places)
{
    for (guint i = 0; i < report->findings->len; i++) {
        CldFinding *finding = g_ptr_array_index(report->findings, i);
        for (guint k = 0; k < finding->missing_from->len; k++) {
            guint *article = &g_array_index(finding->missing_from, guint, k);
            *article = (guint)places->place[*article];
        }
    }
    for (guint i = 0; i < report->not_compared->len; i++) {
        CldNotCompared *row = g_ptr_array_index(report->not_compared, i);
        row->article = row->article < 0 ? -1 : places->place[row->article];
    }
}

/**
 * cld_neighbourhood_trim:
 * @self: a comparison that nobody else holds yet
 *
 * Takes out the articles that are neither new nor part of a finding: a report of what is new does
 * not list everything it was compared with.
 */
void
cld_neighbourhood_trim(CldNeighbourhood *self)
{
    Places places = find_places(self);
    if (places.n_kept < self->report->articles->len) {
        move_claims(self->report, &places);
        move_articles(self, &places);
        move_events(self->report, &places);
        move_rest(self->report, &places);
    }
    g_free(places.place);
}
