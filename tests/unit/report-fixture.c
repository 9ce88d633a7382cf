/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report-fixture.h"
#include <string.h>

/* An article as a row; its text is made of the claims that stand in it. */
typedef struct {
    const char *source, *format, *outlet, *outlet_from, *title, *author;
    int day, hour; /* of June 2031; day 0: no date, hour -1: no time */
    const char *published_from, *url, *warning;
    gint copy_of, event;
} ArticleRow;

static const ArticleRow articles[] = {
    {"news/tidewater.html", "html", "Tidewater Gazette", "metadata",
     "Swing bridge is ready, mayor says", "Ida Brandvold", 4, 9, "metadata",
     "https://tidewater.example/bridge?id=7&x=1", NULL, -1, 0},
    {"news/ferry-wire.txt", "text", "Ferry Wire", "text", "Mayor admits bridge work is unfinished",
     NULL, 4, 18, "text", NULL, NULL, -1, 0},
    {"news/quay.json", "ninjs", "The Quay", "metadata", "Bridge delay strands commuters",
     "Oskar Lund", 6, -1, "metadata", "javascript:alert(1)",
     "the declared language and the text's language differ", -1, 0},
    {"news/inland.txt", "text", NULL, NULL, "Mayor admits bridge work is unfinished", NULL, 0, -1,
     NULL, NULL, "no date was found", 1, 0},
    {"news/orchard.rss#2", "rss", "Orchard Post", "folder", "Plum harvest begins early", NULL, 5, 7,
     "metadata", "http://orchard.example/plums", NULL, -1, 1},
    {"news/alone.txt", "text", "Lone Paper", "option", NULL, NULL, 5, -1, "option", NULL, NULL, -1,
     -1},
};

typedef struct {
    guint article;
    CldPart part;
    const char *text, *holder, *entity, *cue, *via;
    CldMode mode;
    int said_day;
    CldPolarity polarity;
    CldModality modality;
} ClaimRow;

enum {
    READY,
    UNFINISHED,
    TOLD,
    WAITING,
    WAITING_LATER,
    FIRM,
    FIRM_PARAPHRASE,
    ADMITTED,
    CRANES,
    TOLLS,
    TOLLS_COPY,
    COST,
    COST_AGAIN,
    PLUMS,
    LONE
};

static const ClaimRow claims[] = {
    {0, CLD_PART_LEAD,
     "The swing bridge is ready for traffic, Mayor Signe Aalto said on Wednesday.", "Signe Aalto",
     "aalto", "said", NULL, CLD_MODE_INDIRECT, 4, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {1, CLD_PART_LEAD,
     "The mayor admitted that the main bearings of the bridge “remain unfinished”.", "Signe Aalto",
     "aalto", "admitted", "Harbour Radio", CLD_MODE_MIXED, 4, CLD_POLARITY_NEGATIVE,
     CLD_MODALITY_ASSERTED},
    {2, CLD_PART_BODY, "“We were told nothing at all,” said ferry captain Otto Rask.", "Otto Rask",
     "rask", "said", NULL, CLD_MODE_DIRECT, 5, CLD_POLARITY_NEGATIVE, CLD_MODALITY_ASSERTED},
    {0, CLD_PART_BODY, "Some 1,400 commuters waited on the north quay.", NULL, NULL, NULL, NULL,
     CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {2, CLD_PART_HEADLINE, "By Friday 2,100 commuters were waiting on the north quay.", NULL, NULL,
     NULL, NULL, CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {0, CLD_PART_BODY, "“We must have bearings at least as strong as the old ones,” Aalto said.",
     "Signe Aalto", "aalto", "said", NULL, CLD_MODE_DIRECT, 4, CLD_POLARITY_POSITIVE,
     CLD_MODALITY_OBLIGED},
    {2, CLD_PART_BODY,
     "“We hope for bearings at least as robust as the old ones,” the mayor told The Quay.",
     "Signe Aalto", "aalto", "told", NULL, CLD_MODE_DIRECT, 4, CLD_POLARITY_POSITIVE,
     CLD_MODALITY_POSSIBLE},
    {2, CLD_PART_BODY, "The mayor claimed on Wednesday that the bridge was ready.", "Signe Aalto",
     "aalto", "claimed", NULL, CLD_MODE_INDIRECT, 4, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {2, CLD_PART_BODY, "Two cranes were sent home unpaid in May.", NULL, NULL, NULL, NULL,
     CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {1, CLD_PART_BODY, "A harbour official who asked not to be named said tolls would double.",
     "a harbour official", NULL, "said", NULL, CLD_MODE_INDIRECT, 4, CLD_POLARITY_POSITIVE,
     CLD_MODALITY_INTENDED},
    {3, CLD_PART_BODY, "A harbour official who asked not to be named said tolls would double.",
     "a harbour official", NULL, "said", NULL, CLD_MODE_INDIRECT, 0, CLD_POLARITY_POSITIVE,
     CLD_MODALITY_INTENDED},
    {0, CLD_PART_BODY, "The bridge has cost 3.5 million crowns so far.", NULL, NULL, NULL, NULL,
     CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {2, CLD_PART_BODY, "So far 3.5 million crowns were spent on the bridge.", NULL, NULL, NULL,
     NULL, CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {4, CLD_PART_LEAD, "The plum harvest began nine days early.", NULL, NULL, NULL, NULL,
     CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
    {5, CLD_PART_LEAD, "The library stays open on Sundays.", NULL, NULL, NULL, NULL,
     CLD_MODE_NARRATION, 0, CLD_POLARITY_POSITIVE, CLD_MODALITY_ASSERTED},
};

static CldWhen
day_of(int day, int hour)
{
    if (day == 0)
        return CLD_WHEN_UNKNOWN;
    return hour < 0 ? cld_when_day(2031, 6, day) : cld_when_minute(2031, 6, day, hour, 30);
}

static CldArticle *
make_article(const ArticleRow *row)
{
    CldArticle *article = cld_article_alloc(row->source, row->format);
    article->outlet = g_strdup(row->outlet);
    article->outlet_from = row->outlet_from;
    article->title = g_strdup(row->title);
    article->published = day_of(row->day, row->hour);
    article->published_from = row->published_from;
    article->language = g_strdup("en");
    article->language_from = "text";
    article->url = g_strdup(row->url);
    if (row->author != NULL)
        g_ptr_array_add(article->authors, g_strdup(row->author));
    if (row->warning != NULL)
        g_ptr_array_add(article->warnings, g_strdup(row->warning));
    cld_article_add_dropped(article, "Sign up for the evening letter", "newsletter", 2);
    return article;
}

/* Appends the claim's sentence to its article as a block of its own. */
static CldSpan
add_block(CldArticle *article, const ClaimRow *row)
{
    gsize start = article->text_bytes == 0 ? 0 : article->text_bytes + 2;
    g_autofree char *before = article->text;
    article->text = g_strconcat(before, start == 0 ? "" : "\n\n", row->text, NULL);
    article->text_bytes = strlen(article->text);
    CldBlock block = {{start, article->text_bytes}, row->part, article->blocks->len * 2 + 1, NULL};
    g_array_append_val(article->blocks, block);
    return block.span;
}

static void
add_claim(CldReport *report, const ClaimRow *row)
{
    CldArticle *article = g_ptr_array_index(report->articles, row->article);
    CldClaim *claim = cld_claim_alloc(row->article, article->blocks->len + 1);
    claim->sentence = claim->clause = add_block(article, row);
    claim->part = row->part;
    claim->line = article->blocks->len * 2 - 1;
    claim->text = g_strdup(row->text);
    claim->holder = g_strdup(row->holder);
    claim->holder_entity = row->entity;
    claim->holder_is_unnamed = row->holder != NULL && row->entity == NULL;
    claim->cue = g_strdup(row->cue);
    claim->mode = row->mode;
    claim->said = day_of(row->said_day, -1);
    claim->polarity = row->polarity;
    claim->modality = row->modality;
    if (row->via != NULL)
        g_ptr_array_add(claim->chain, g_strdup(row->via));
    if (row->entity != NULL)
        g_ptr_array_add(claim->entities, (gpointer)row->entity);
    g_ptr_array_add(report->claims, claim);
}

static CldClaim *
claim_at(CldReport *report, guint i)
{
    return g_ptr_array_index(report->claims, i);
}

static void
add_side(CldReport *report, CldFinding *finding, guint claim, const char *word)
{
    CldClaim *self = claim_at(report, claim);
    CldSide *side = cld_finding_add_side(finding, self);
    const char *at = word == NULL ? NULL : strstr(self->text, word);
    if (at == NULL)
        return;
    gsize start = self->sentence.start + (gsize)(at - self->text);
    cld_side_add_highlight(side, (CldSpan){start, start + strlen(word)});
}

static CldFinding *
add_finding(
    CldReport *report, CldType type, CldRelation relation, double confidence, const char *why)
{
    CldFinding *finding = cld_finding_new(type);
    g_autofree char *rule = g_strdup_printf("rule:%s", cld_type_get_info(type)->tag);
    finding->relation = relation;
    finding->confidence = confidence;
    finding->explanation = g_strdup(why);
    g_ptr_array_add(finding->basis, g_steal_pointer(&rule));
    g_ptr_array_add(report->findings, finding);
    return finding;
}

static void
add_contradictions(CldReport *report)
{
    CldFinding *f = add_finding(report, CLD_TYPE_STATUS, CLD_RELATION_SAME_SPEAKER, 0.914,
                                "“ready” and “remain unfinished” give the bridge two states on one "
                                "day; both are put in the mayor's mouth.");
    f->subject = g_strdup("the swing bridge");
    add_side(report, f, READY, "ready");
    add_side(report, f, UNFINISHED, "remain unfinished");
    g_ptr_array_add(f->also, cld_claim_ref(claim_at(report, ADMITTED)));
    cld_finding_seal(f);
    f = add_finding(report, CLD_TYPE_MODALITY, CLD_RELATION_BETWEEN_SPEAKERS, 0.55,
                    "One was told, the other was not.");
    add_side(report, f, TOLD, "nothing");
    add_side(report, f, READY, NULL);
    cld_finding_seal(f);
}

static void
add_wording(CldReport *report)
{
    static const struct {
        char op;
        const char *text;
        gboolean is_marked;
    } steps[] = {{'=', "We", FALSE},
                 {'-', "must have", TRUE},
                 {'+', "hope for", TRUE},
                 {'=', "bearings at least as", FALSE},
                 {'-', "strong", FALSE},
                 {'+', "robust", FALSE},
                 {'=', "as the old ones", FALSE}};
    CldFinding *f = add_finding(
        report, CLD_TYPE_QUOTE, CLD_RELATION_SAME_SPEAKER, 0.88,
        "One utterance stands in two wordings inside quotation marks; a modal changed.");
    add_side(report, f, FIRM, "strong");
    add_side(report, f, FIRM_PARAPHRASE, "robust");
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
        cld_finding_add_diff(f, steps[i].op, steps[i].text, steps[i].is_marked);
    cld_finding_seal(f);
}

static void
add_other_kinds(CldReport *report)
{
    static const guint missing[] = {0, 1, 3};
    CldFinding *f = add_finding(report, CLD_TYPE_UPDATE_NUMBER, CLD_RELATION_BETWEEN_OUTLETS, 0.8,
                                "The later count, of 6 June, replaces the earlier one.");
    add_side(report, f, WAITING, "1,400");
    add_side(report, f, WAITING_LATER, "2,100");
    cld_finding_seal(f);
    f = add_finding(report, CLD_TYPE_ATTRIBUTION_VERB, CLD_RELATION_BETWEEN_OUTLETS, 0.7,
                    "“claimed” doubts what “said” reports.");
    f->subject = g_strdup("Signe Aalto");
    add_side(report, f, READY, "said");
    add_side(report, f, ADMITTED, "claimed");
    cld_finding_seal(f);
    f = add_finding(report, CLD_TYPE_NAMING, CLD_RELATION_BETWEEN_OUTLETS, 0.75,
                    "One person, two names.");
    f->subject = g_strdup("Signe Aalto");
    add_side(report, f, READY, "Mayor Signe Aalto");
    add_side(report, f, FIRM_PARAPHRASE, "the mayor");
    cld_finding_seal(f);
    f = add_finding(report, CLD_TYPE_ONLY_IN, CLD_RELATION_NONE, 0.6,
                    "Known since May and of the same event.");
    add_side(report, f, CRANES, NULL);
    g_array_append_vals(f->missing_from, missing, G_N_ELEMENTS(missing));
    cld_finding_seal(f);
}

static void
add_agreement(CldReport *report, guint a, guint b, double similarity, guint origins)
{
    CldAgreement *agreement = cld_report_add_agreement(report);
    g_ptr_array_add(agreement->claims, cld_claim_ref(claim_at(report, a)));
    g_ptr_array_add(agreement->claims, cld_claim_ref(claim_at(report, b)));
    agreement->similarity = similarity;
    agreement->independent_origins = origins;
}

static void
add_quantities(CldReport *report)
{
    CldQuantity some = {{0, 20}, {5, 10}, 1400, 1400, "people", "commuter", CLD_BOUND_ABOUT, FALSE};
    CldQuantity ordinal = {{0, 3}, {0, 3}, 2, 2, NULL, NULL, CLD_BOUND_EXACT, TRUE};
    CldQuantity cost = {{19, 37}, {19, 22}, 3.5e6, 3.5e6, "crown", NULL, CLD_BOUND_EXACT, FALSE};
    g_array_append_val(claim_at(report, WAITING)->quantities, some);
    g_array_append_val(claim_at(report, WAITING)->quantities, ordinal);
    g_array_append_val(claim_at(report, COST)->quantities, cost);
}

static void
add_inputs(CldReport *report)
{
    for (guint i = 0; i < report->articles->len; i++) {
        const CldArticle *article = g_ptr_array_index(report->articles, i);
        const char *warning = article->warnings->len > 0 ? article->warnings->pdata[0] : NULL;
        g_ptr_array_add(report->inputs,
                        cld_input_new(article->source,
                                      warning == NULL ? CLD_OUTCOME_ACCEPTED : CLD_OUTCOME_WARNED,
                                      warning == NULL ? NULL : "note", warning, -1));
    }
    g_ptr_array_add(report->inputs,
                    cld_input_new("news/broken.txt", CLD_OUTCOME_REFUSED, "encoding",
                                  "not UTF-8, and no other character set is declared", 9));
    g_ptr_array_add(report->inputs, cld_input_new("news/endless.html", CLD_OUTCOME_LIMITED, "size",
                                                  "larger than 8 MiB", -1));
    cld_report_add_not_compared(report, 5, "news/alone.txt", "no article on the same event");
    cld_report_add_not_compared(report, -1, "news/broken.txt", "it was refused");
}

static void
add_event(CldReport *report, const char *title, CldWhen from, CldWhen to)
{
    CldEvent *event = cld_report_add_event(report, title);
    gint self = (gint)report->events->len - 1;
    event->from = from;
    event->to = to;
    for (guint i = 0; i < report->event_of->len; i++) {
        if (g_array_index(report->event_of, gint, i) == self)
            g_array_append_val(event->articles, i);
    }
}

/* Returns: (transfer full): six articles, two events, findings of all kinds */
CldReport *
report_fixture_new_story(void)
{
    CldReport *report = cld_report_new();
    for (gsize i = 0; i < G_N_ELEMENTS(articles); i++) {
        g_ptr_array_add(report->articles, make_article(&articles[i]));
        g_array_append_val(report->copy_of, articles[i].copy_of);
        g_array_append_val(report->event_of, articles[i].event);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(claims); i++)
        add_claim(report, &claims[i]);
    add_event(report, "Swing bridge at Tidewater", day_of(4, -1), day_of(6, -1));
    add_event(report, "Plum harvest", day_of(5, -1), day_of(5, -1));
    add_quantities(report);
    add_contradictions(report);
    add_wording(report);
    add_other_kinds(report);
    add_agreement(report, COST, COST_AGAIN, 0.871, 2);
    add_agreement(report, TOLLS, TOLLS_COPY, 1, 1);
    add_inputs(report);
    report->aligned_pairs = 12;
    cld_report_sort(report);
    return report;
}

/* Returns: (transfer full): what remains when nothing could be read */
CldReport *
report_fixture_new_empty(void)
{
    CldReport *report = cld_report_new();
    g_ptr_array_add(report->inputs, cld_input_new("only.pdf", CLD_OUTCOME_REFUSED, "format",
                                                  "no reader for this form", 0));
    return report;
}

static CldArticle *
make_filled_article(const char *text)
{
    CldArticle *article = cld_article_alloc(text, text);
    article->outlet = g_strdup(text);
    article->outlet_from = "text";
    article->title = g_strdup(text);
    article->published = day_of(1, 1);
    article->published_from = "text";
    article->language = g_strdup(text);
    article->language_from = "text";
    article->url = g_strdup(text);
    g_free(article->text);
    article->text = g_strdup(text);
    article->text_bytes = strlen(text);
    g_ptr_array_add(article->authors, g_strdup(text));
    g_ptr_array_add(article->warnings, g_strdup(text));
    cld_article_add_dropped(article, text, "menu", 1);
    return article;
}

static CldClaim *
make_filled_claim(guint article, const char *text)
{
    CldClaim *claim = cld_claim_alloc(article, 1);
    claim->sentence = claim->clause = (CldSpan){0, strlen(text)};
    claim->text = g_strdup(text);
    claim->line = 1;
    claim->holder = g_strdup(text);
    claim->holder_entity = g_intern_string(text);
    claim->cue = g_strdup(text);
    claim->said = claim->about = cld_when_month(2031, 6);
    g_ptr_array_add(claim->chain, g_strdup(text));
    g_ptr_array_add(claim->entities, (gpointer)g_intern_string(text));
    CldQuantity quantity = {
        {0, 1}, {0, 1}, 1, 2, g_intern_string(text), g_intern_string(text), CLD_BOUND_RANGE, FALSE};
    g_array_append_val(claim->quantities, quantity);
    return claim;
}

static void
add_filled_finding(CldReport *report, CldType type, const char *text)
{
    const guint missing = 1;
    CldFinding *finding = add_finding(report, type, CLD_RELATION_BETWEEN_OUTLETS, 0.5, text);
    gsize length = strlen(text);
    finding->subject = g_strdup(text);
    for (guint i = 0; i < 2; i++) {
        CldSide *side = cld_finding_add_side(finding, claim_at(report, i));
        /* Offsets that may split a character: a renderer must live with them. */
        cld_side_add_highlight(side, (CldSpan){length / 4, length / 2});
        cld_side_add_highlight(side, (CldSpan){length / 2 + 1, length});
    }
    g_ptr_array_add(finding->also, cld_claim_ref(claim_at(report, 1)));
    g_ptr_array_add(finding->basis, g_strdup(text));
    g_array_append_val(finding->missing_from, missing);
    cld_finding_add_diff(finding, '=', text, FALSE);
    cld_finding_add_diff(finding, '-', text, TRUE);
    cld_finding_add_diff(finding, '+', text, TRUE);
    cld_finding_seal(finding);
}

/* Returns: (transfer full): two articles and a finding of every type with @text in every place */
CldReport *
report_fixture_new_filled(const char *text)
{
    CldReport *report = cld_report_new();
    const gint none = -1, first = 0;
    for (guint i = 0; i < 2; i++) {
        g_ptr_array_add(report->articles, make_filled_article(text));
        g_ptr_array_add(report->claims, make_filled_claim(i, text));
        g_array_append_val(report->copy_of, none);
        g_array_append_val(report->event_of, first);
    }
    add_event(report, text, day_of(1, -1), day_of(2, -1));
    for (guint type = 0; type < CLD_N_TYPES; type++)
        add_filled_finding(report, (CldType)type, text);
    add_agreement(report, 0, 1, 0.5, 2);
    for (guint outcome = 0; outcome < CLD_N_OUTCOMES; outcome++)
        g_ptr_array_add(report->inputs, cld_input_new(text, (CldOutcome)outcome, text, text, 1));
    cld_report_add_not_compared(report, 0, text, text);
    cld_report_add_not_compared(report, -1, text, text);
    report->model = g_strdup(text);
    cld_report_sort(report);
    return report;
}

/* How the findings of the story stand, in their order. */
static const struct {
    CldCheckedState state;
    CldVerdict verdict; /* CLD_VERDICT_OPEN: never decided */
    guint new_side;
    gboolean is_failing;
    const char *reason, *by;
} standings[] = {
    {CLD_CHECKED_NEW, CLD_VERDICT_OPEN, 1, TRUE, NULL, NULL},
    {CLD_CHECKED_STALE, CLD_VERDICT_DISMISSED, 0, TRUE, "both were told", "Ida"},
    {CLD_CHECKED_DECIDED, CLD_VERDICT_DISMISSED, 1, FALSE, "counted on two days", "Ida"},
    {CLD_CHECKED_BASELINE, CLD_VERDICT_OPEN, 1, FALSE, NULL, NULL},
    {CLD_CHECKED_DECIDED, CLD_VERDICT_FALSE_POSITIVE, 0, FALSE, NULL, NULL},
    {CLD_CHECKED_DECIDED, CLD_VERDICT_DEFERRED, 0, FALSE, "ask the mayor", "Oskar"},
    {CLD_CHECKED_DECIDED, CLD_VERDICT_CONFIRMED, 0, FALSE, NULL, "Ida"},
};

static CldDecision *
make_decision(const CldReport *report, const CldFinding *finding, guint i)
{
    g_autoptr(CldTarget) target = cld_target_new_for_finding(finding, report->articles);
    return cld_decision_new(target, standings[i].verdict, standings[i].reason, standings[i].by,
                            "2031-06-07T08:09:10Z", NULL, NULL);
}

CldReport *
report_fixture_new_check(void)
{
    CldReport *report = report_fixture_new_story();
    report->check = cld_check_new();
    report->check->n_new_articles = 2;
    report->check->n_compared_articles = 4;
    g_ptr_array_add(report->check->unused,
                    g_strdup("the decision on 0123456789abcdef (Ida, 2030-01-02)"));
    for (guint i = 0; i < report->findings->len; i++) {
        guint row = MIN(i, G_N_ELEMENTS(standings) - 1);
        g_autoptr(CldDecision) decision =
            standings[row].verdict == CLD_VERDICT_OPEN
                ? NULL
                : make_decision(report, report->findings->pdata[i], row);
        CldChecked *checked = cld_check_add(report->check, standings[row].state, decision);
        checked->new_side = standings[row].new_side;
        checked->is_failing = standings[row].is_failing;
    }
    return report;
}
