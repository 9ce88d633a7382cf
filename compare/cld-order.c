/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-order.h"
#include <string.h>

/* Wherever two passages would do equally well, the engine takes the first. So that it is the same
 * one on every run, and a decision on the finding stays attached, the articles are compared in an
 * order of their own, made of what they say, and not in that of the command line. The earliest
 * comes first: of a text and its copies it is the original. */

static gint64
get_time(const CldArticle *article)
{
    return cld_when_is_known(article->published) ? article->published.from : G_MAXINT64;
}

static gint
compare_articles(gconstpointer a, gconstpointer b, gpointer articles)
{
    const CldArticle *x = g_ptr_array_index((GPtrArray *)articles, *(const guint *)a);
    const CldArticle *y = g_ptr_array_index((GPtrArray *)articles, *(const guint *)b);
    if (get_time(x) != get_time(y))
        return get_time(x) < get_time(y) ? -1 : 1;
    gint order = strcmp(x->text, y->text);
    return order != 0 ? order : g_strcmp0(x->outlet, y->outlet);
}

static gint
compare_claims(gconstpointer a, gconstpointer b)
{
    const CldClaim *x = *(const CldClaim *const *)a;
    const CldClaim *y = *(const CldClaim *const *)b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return (x > y) - (x < y);
}

/* Returns: (transfer full) (element-type guint): for each old place the new one */
static GArray *
invert(const GArray *order)
{
    GArray *inverse = g_array_sized_new(FALSE, TRUE, sizeof(guint), order->len);
    g_array_set_size(inverse, order->len);
    for (guint i = 0; i < order->len; i++)
        g_array_index(inverse, guint, g_array_index(order, guint, i)) = i;
    return inverse;
}

static gint
moved(const GArray *to, gint article)
{
    return article < 0 ? article : (gint)g_array_index(to, guint, article);
}

static void
move_numbers(const GArray *to, GArray *articles)
{
    for (guint i = 0; i < articles->len; i++)
        g_array_index(articles, guint, i) =
            g_array_index(to, guint, g_array_index(articles, guint, i));
    g_array_sort(articles, compare_numbers);
}

/* The column of a value for each article; the values are articles too if @to is not NULL. */
static void
move_column(GArray *column, const GArray *order, const GArray *to)
{
    g_autoptr(GArray) old = g_array_copy(column);
    for (guint i = 0; i < column->len; i++) {
        gint value = g_array_index(old, gint, g_array_index(order, guint, i));
        g_array_index(column, gint, i) = to == NULL ? value : moved(to, value);
    }
}

static void
move_articles(GPtrArray *articles, const GArray *order)
{
    g_autofree gpointer *old = g_memdup2(articles->pdata, articles->len * sizeof(gpointer));
    for (guint i = 0; i < articles->len; i++)
        g_ptr_array_index(articles, i) = old[g_array_index(order, guint, i)];
}

/* Puts the article that stood at order[i] at i, and turns everything that names articles. Nobody
 * else holds the claims yet. */
static void
reorder(CldReport *report, const GArray *order)
{
    g_autoptr(GArray) to = invert(order);
    move_articles(report->articles, order);
    move_column(report->copy_of, order, to);
    move_column(report->event_of, order, NULL);
    for (guint i = 0; i < report->claims->len; i++) {
        CldClaim *claim = g_ptr_array_index(report->claims, i);
        claim->article = g_array_index(to, guint, claim->article);
    }
    g_ptr_array_sort(report->claims, compare_claims);
    for (guint i = 0; i < report->events->len; i++)
        move_numbers(to, ((CldEvent *)g_ptr_array_index(report->events, i))->articles);
    for (guint i = 0; i < report->findings->len; i++)
        move_numbers(to, ((CldFinding *)g_ptr_array_index(report->findings, i))->missing_from);
    for (guint i = 0; i < report->agreements->len; i++)
        g_ptr_array_sort(((CldAgreement *)g_ptr_array_index(report->agreements, i))->claims,
                         compare_claims);
    for (guint i = 0; i < report->not_compared->len; i++) {
        CldNotCompared *row = g_ptr_array_index(report->not_compared, i);
        row->article = moved(to, row->article);
    }
}

static gint
compare_events(gconstpointer a, gconstpointer b, gpointer events)
{
    const CldEvent *x = g_ptr_array_index((GPtrArray *)events, *(const guint *)a);
    const CldEvent *y = g_ptr_array_index((GPtrArray *)events, *(const guint *)b);
    return compare_numbers(x->articles->data, y->articles->data);
}

static GArray *
count_up(guint n)
{
    GArray *order = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
    for (guint i = 0; i < n; i++)
        g_array_append_val(order, i);
    return order;
}

/* Events are numbered by their first article. */
static void
reorder_events(CldReport *report)
{
    g_autoptr(GArray) order = count_up(report->events->len);
    g_array_sort_with_data(order, compare_events, report->events);
    g_autoptr(GArray) to = invert(order);
    move_articles(report->events, order);
    for (guint i = 0; i < report->event_of->len; i++) {
        gint *event = &g_array_index(report->event_of, gint, i);
        *event = moved(to, *event);
    }
}

/**
 * cld_order_by_content:
 * @report: articles and claims are filled in, and both columns of the articles
 *
 * Puts the articles into an order that depends on what they say alone.
 *
 * Returns: (transfer full) (element-type guint): what cld_order_restore() needs
 */
GArray *
cld_order_by_content(CldReport *report)
{
    GArray *order = count_up(report->articles->len);
    g_array_sort_with_data(order, compare_articles, report->articles);
    reorder(report, order);
    return order;
}

/* Puts everything back into the order that it had before cld_order_by_content() gave @order. */
void
cld_order_restore(CldReport *report, const GArray *order)
{
    g_autoptr(GArray) back = invert(order);
    reorder(report, back);
    reorder_events(report);
}
