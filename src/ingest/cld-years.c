/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-ingest.h"
#include <string.h>

/* Magazines and mobile pages print "Feb. 6" and leave the year to the reader, who knows it from
 * what else lies on the table. So does this: from the dated articles of the same folder, or, when
 * it has none, of the whole run. One without neighbours stays undated. */

typedef struct {
    char *folder; /* (owned) */
    gint64 time;  /* minutes */
} Dated;

static void
dated_clear(gpointer data)
{
    g_free(((Dated *)data)->folder);
}

static gint
compare_times(gconstpointer a, gconstpointer b)
{
    gint64 left = ((const Dated *)a)->time, right = ((const Dated *)b)->time;
    return (left > right) - (left < right);
}

static gint
compare_folders(gconstpointer a, gconstpointer b)
{
    gint order = strcmp(((const Dated *)a)->folder, ((const Dated *)b)->folder);
    return order != 0 ? order : compare_times(a, b);
}

/* Returns: (transfer full) (element-type Dated): the articles that have a date with its year */
static GArray *
list_dated(const GPtrArray *articles)
{
    GArray *dated = g_array_new(FALSE, FALSE, sizeof(Dated));
    g_array_set_clear_func(dated, dated_clear);
    for (guint i = 0; i < articles->len; i++) {
        const CldArticle *article = articles->pdata[i];
        if (!cld_when_is_known(article->published) || article->month_day != 0)
            continue;
        Dated entry = {g_path_get_dirname(article->source), article->published.from};
        g_array_append_val(dated, entry);
    }
    return dated;
}

/* Returns: the first entry whose folder is not before @folder; with @after: is behind it */
static guint
bisect(const GArray *dated, const char *folder, gboolean after)
{
    guint low = 0, high = dated->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        gint order = strcmp(g_array_index(dated, Dated, middle).folder, folder);
        if (order < 0 || (after && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Returns: the median time of the neighbours in the folder, else of all; none: %FALSE */
static gboolean
find_time(const GArray *by_folder, gint64 median_of_all, const char *source, gint64 *time)
{
    g_autofree char *folder = g_path_get_dirname(source);
    guint first = bisect(by_folder, folder, FALSE);
    guint end = bisect(by_folder, folder, TRUE);
    *time = first < end ? g_array_index(by_folder, Dated, first + (end - first) / 2).time
                        : median_of_all;
    return by_folder->len > 0;
}

/* Returns: the day nearest to @time; the year before and after are tried, too */
static CldWhen
nearest_day(guint month_day, gint64 time)
{
    CldWhen nearest = CLD_WHEN_UNKNOWN;
    int year, month, day;
    cld_when_get_date((CldWhen){time, time + 1}, &year, &month, &day);
    for (int y = year - 1; y <= year + 1; y++) {
        CldWhen when = cld_when_day(y, (int)(month_day / 100), (int)(month_day % 100));
        if (cld_when_is_known(when) &&
            (!cld_when_is_known(nearest) || ABS(when.from - time) < ABS(nearest.from - time)))
            nearest = when;
    }
    return nearest;
}

static void
settle(CldArticle *article, const GArray *by_folder, gint64 median_of_all)
{
    gint64 time;
    if (find_time(by_folder, median_of_all, article->source, &time))
        article->published = nearest_day(article->month_day, time);
    if (!cld_when_is_known(article->published)) {
        g_ptr_array_add(article->warnings, g_strdup("the date has no year, so it was not used"));
        return;
    }
    article->published_from = "folder";
    g_ptr_array_add(article->warnings,
                    g_strdup("the date has no year: it was taken from the other articles"));
}

/**
 * cld_ingest_settle_years:
 * @articles: (element-type CldArticle): all that were read in one run, not yet handed on
 *
 * Gives each article that prints its day without a year the year nearest to the other articles.
 * To be called once, before anybody else sees the articles; the order does not matter.
 */
void
cld_ingest_settle_years(GPtrArray *articles)
{
    g_autoptr(GArray) dated = list_dated(articles);
    g_array_sort(dated, compare_times);
    gint64 median = dated->len == 0 ? 0 : g_array_index(dated, Dated, dated->len / 2).time;
    g_array_sort(dated, compare_folders);
    for (guint i = 0; i < articles->len; i++) {
        CldArticle *article = articles->pdata[i];
        if (article->month_day != 0)
            settle(article, dated, median);
    }
}
