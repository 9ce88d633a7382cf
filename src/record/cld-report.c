/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-report.h"

static void
event_free(CldEvent *self)
{
    g_free(self->title);
    g_array_unref(self->articles);
    g_free(self);
}

static void
agreement_free(CldAgreement *self)
{
    g_ptr_array_unref(self->claims);
    g_free(self);
}

static void
not_compared_free(CldNotCompared *self)
{
    g_free(self->source);
    g_free(self->reason);
    g_free(self);
}

/* Returns: (transfer full): an empty report */
CldReport *
cld_report_new(void)
{
    CldReport *self = g_atomic_rc_box_new0(CldReport);
    self->inputs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_input_unref);
    self->articles = g_ptr_array_new_with_free_func((GDestroyNotify)cld_article_unref);
    self->copy_of = g_array_new(FALSE, FALSE, sizeof(gint));
    self->event_of = g_array_new(FALSE, FALSE, sizeof(gint));
    self->events = g_ptr_array_new_with_free_func((GDestroyNotify)event_free);
    self->claims = g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
    self->findings = g_ptr_array_new_with_free_func((GDestroyNotify)cld_finding_unref);
    self->agreements = g_ptr_array_new_with_free_func((GDestroyNotify)agreement_free);
    self->not_compared = g_ptr_array_new_with_free_func((GDestroyNotify)not_compared_free);
    return self;
}

CldReport *
cld_report_ref(CldReport *self)
{
    return g_atomic_rc_box_acquire(self);
}

static void
report_clear(CldReport *self)
{
    g_ptr_array_unref(self->findings);
    g_ptr_array_unref(self->agreements);
    g_ptr_array_unref(self->not_compared);
    g_ptr_array_unref(self->events);
    g_ptr_array_unref(self->claims);
    g_array_unref(self->copy_of);
    g_array_unref(self->event_of);
    g_ptr_array_unref(self->articles);
    g_ptr_array_unref(self->inputs);
    g_free(self->model);
    g_free(self->model_sha256);
    g_free(self->model_runtime);
    cld_check_free(self->check);
}

void
cld_report_unref(CldReport *self)
{
    g_atomic_rc_box_release_full(self, (GDestroyNotify)report_clear);
}

/* Returns: (transfer none): a new event without articles; the caller fills it in */
CldEvent *
cld_report_add_event(CldReport *self, const char *title)
{
    CldEvent *event = g_new0(CldEvent, 1);
    event->title = g_strdup(title);
    event->articles = g_array_new(FALSE, FALSE, sizeof(guint));
    g_ptr_array_add(self->events, event);
    return event;
}

/* Returns: (transfer none): a new agreement without claims; the caller fills it in */
CldAgreement *
cld_report_add_agreement(CldReport *self)
{
    CldAgreement *agreement = g_new0(CldAgreement, 1);
    agreement->claims = g_ptr_array_new_with_free_func((GDestroyNotify)cld_claim_unref);
    g_ptr_array_add(self->agreements, agreement);
    return agreement;
}

/* Says that an article (index, or -1 and its source) was not compared. */
void
cld_report_add_not_compared(CldReport *self, gint article, const char *source, const char *reason)
{
    CldNotCompared *row = g_new0(CldNotCompared, 1);
    row->article = article;
    row->source = g_strdup(source);
    row->reason = g_strdup(reason);
    g_ptr_array_add(self->not_compared, row);
}

static gint
compare_findings(gconstpointer a, gconstpointer b)
{
    return cld_finding_compare(*(CldFinding *const *)a, *(CldFinding *const *)b);
}

static gint
compare_agreements(gconstpointer a, gconstpointer b)
{
    const CldAgreement *x = *(CldAgreement *const *)a;
    const CldAgreement *y = *(CldAgreement *const *)b;
    for (guint i = 0; i < x->claims->len && i < y->claims->len; i++) {
        const CldClaim *p = g_ptr_array_index(x->claims, i);
        const CldClaim *q = g_ptr_array_index(y->claims, i);
        if (p->article != q->article)
            return p->article < q->article ? -1 : 1;
        if (p->number != q->number)
            return p->number < q->number ? -1 : 1;
    }
    return (gint)x->claims->len - (gint)y->claims->len;
}

/* Puts findings and agreements into the one order that every renderer prints. */
void
cld_report_sort(CldReport *self)
{
    g_ptr_array_sort(self->findings, compare_findings);
    g_ptr_array_sort(self->agreements, compare_agreements);
}

/* Returns: (transfer none) (nullable): what the check knows of findings[@finding]; %NULL in a
 * comparison */
const CldChecked *
cld_report_get_checked(const CldReport *self, guint finding)
{
    if (self->check == NULL || finding >= self->check->findings->len)
        return NULL;
    return g_ptr_array_index(self->check->findings, finding);
}

/* Returns: the first claim of @article or of a later one; claims stand in the order of articles, so
 * that an event need not look at the claims of all others */
guint
cld_report_find_claims(const CldReport *self, guint article)
{
    guint low = 0, high = self->claims->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const CldClaim *claim = g_ptr_array_index(self->claims, middle);
        if (claim->article < article)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
