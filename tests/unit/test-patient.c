/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What two words are said of, and who does it, on sentences that are really read. */
#include "cld-event.h"
#include "cld-extract.h"
#include "cld-pair.h"
#include "cld-patient.h"
#include <string.h>

/* What is asked of a pair of words. */
typedef gboolean (*Question)(const CldPair *pair, guint term_a, guint term_b);

/* Two sentences and a word of each. */
typedef struct {
    const char *path;
    Question question;
    const char *text_a;
    const char *word_a;
    const char *text_b;
    const char *word_b;
    gboolean wanted;
} Row;

static const Row rows[] = {
    {"/patient/other/objects", cld_patient_is_other, "The council raised the parking fees.",
     "raised", "The council lowered the old drawbridge.", "lowered", TRUE},
    {"/patient/other/one-object", cld_patient_is_other, "The council raised the harbour fees.",
     "raised", "The council lowered the fees.", "lowered", FALSE},
    {"/patient/other/subject-of-passive", cld_patient_is_other,
     "The drawbridge was raised by the council.", "raised", "The council lowered the fees.",
     "lowered", TRUE},
    {"/patient/other/one-subject-of-passive", cld_patient_is_other,
     "The fees were raised by the council.", "raised", "The council lowered the fees.", "lowered",
     FALSE},
    {"/patient/other/verbs-without-object", cld_patient_is_other, "The river rose.", "rose",
     "The wages fell.", "fell", TRUE},
    {"/patient/other/one-subject", cld_patient_is_other, "The river rose.", "rose",
     "The river fell.", "fell", FALSE},
    {"/patient/other/adjectives", cld_patient_is_other, "The bakery is open.", "open",
     "The road is closed.", "closed", TRUE},
    {"/patient/other/one-noun-of-adjectives", cld_patient_is_other, "The bakery is open.", "open",
     "The bakery is closed.", "closed", FALSE},
    {"/patient/other/behind-of", cld_patient_is_other, "The closure of the bakery cost money.",
     "closure", "The opening of the road cost money.", "opening", TRUE},
    {"/patient/other/one-behind-of", cld_patient_is_other, "The closure of the bakery cost money.",
     "closure", "The opening of the bakery cost money.", "opening", FALSE},
    {"/patient/other/not-named", cld_patient_is_other, "It was closed.", "closed",
     "The road is open.", "open", FALSE},
    {"/patient/other/inner-subject", cld_patient_is_other, "The mayor left because the river rose.",
     "rose", "The mayor left because the wages fell.", "fell", TRUE},
    {"/patient/same/one-object", cld_patient_is_same, "The council raised the fees.", "raised",
     "The council lowered the fees.", "lowered", TRUE},
    {"/patient/same/objects", cld_patient_is_same, "The council raised the fees.", "raised",
     "The council lowered the drawbridge.", "lowered", FALSE},
    {"/patient/same/not-named", cld_patient_is_same, "It was closed.", "closed", "It was opened.",
     "opened", FALSE},
    {"/patient/bearer/object", cld_patient_is_bearer, "The rebels freed the hostages.", "freed",
     "The hostages slept in a barn.", "hostages", TRUE},
    {"/patient/bearer/object-in-the-other", cld_patient_is_bearer, "The hostages slept in a barn.",
     "hostages", "The rebels freed the hostages.", "freed", TRUE},
    {"/patient/bearer/other-object", cld_patient_is_bearer, "The rebels freed the horses.", "freed",
     "The hostages slept in a barn.", "hostages", FALSE},
    {"/patient/doer/two-names", cld_patient_has_other_doer, "Brannoch Mills bought the sawmill.",
     "bought", "Ostrava Timber sold the sawmill.", "sold", TRUE},
    {"/patient/doer/one-name", cld_patient_has_other_doer, "Brannoch Mills bought the sawmill.",
     "bought", "Brannoch Mills sold the sawmill.", "sold", FALSE},
    {"/patient/doer/without-object", cld_patient_has_other_doer, "Ines Rohde arrived.", "arrived",
     "Jon Tveit departed.", "departed", FALSE},
    {"/patient/doer/passive", cld_patient_has_other_doer,
     "The sawmill was bought by Brannoch Mills.", "bought", "Ostrava Timber sold the sawmill.",
     "sold", FALSE},
    {"/patient/doer/one-deed-of-two-names", cld_patient_has_other_doer,
     "Brannoch Mills bought the sawmill.", "bought", "Ostrava Timber bought the sawmill.", "bought",
     TRUE},
    {"/patient/doer/one-deed-of-two-descriptions", cld_patient_has_other_doer,
     "The baker bought the sawmill.", "bought", "The navy bought the sawmill.", "bought", FALSE},
};

static void
add_article(CldReport *report, const char *outlet, const char *text)
{
    CldArticle *article = cld_article_alloc(outlet, "text");
    CldBlock block = {{0, strlen(text)}, CLD_PART_BODY, 1, NULL};
    guint index = report->articles->len;
    gint none = -1;
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    g_array_append_val(article->blocks, block);
    g_ptr_array_add(report->articles, article);
    g_array_append_val(report->copy_of, none);
    g_array_append_val(report->event_of, none);
    g_autoptr(GPtrArray) claims = cld_extract_claims(article, index);
    for (guint i = 0; i < claims->len; i++)
        g_ptr_array_add(report->claims, cld_claim_ref(g_ptr_array_index(claims, i)));
}

/* Looks for a word in the claims of an article. Returns: its claim, or the number of claims */
static guint
find_word(const CldStory *story, guint article, const char *word, guint *term)
{
    for (guint i = 0; i < story->views->len; i++) {
        const CldView *view = g_ptr_array_index(story->views, i);
        for (*term = 0; *term < view->claim->terms->len; (*term)++) {
            g_autofree char *own =
                cld_span_dup_text(cld_view_get_term(view, *term)->span, view->article->text);
            if (view->claim->article == article && g_str_equal(own, word))
                return i;
        }
    }
    return story->views->len;
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    CldEngineOptions options = {.is_one_event = TRUE};
    g_autoptr(CldReport) report = cld_report_new();
    add_article(report, "One", row->text_a);
    add_article(report, "Two", row->text_b);
    cld_event_group(report, &options);
    g_autoptr(CldStory) story = cld_story_new(report, 0);
    guint term_a = 0, term_b = 0;
    guint a = find_word(story, 0, row->word_a, &term_a);
    guint b = find_word(story, 1, row->word_b, &term_b);
    g_assert_cmpuint(a, <, story->views->len);
    g_assert_cmpuint(b, <, story->views->len);
    g_autoptr(CldPair) pair = cld_pair_new(story, a, b);
    g_assert_cmpint(row->question(pair, term_a, term_b), ==, row->wanted);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_row);
    return g_test_run();
}
