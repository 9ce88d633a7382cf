/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-collection-private.h"

#define AT(field) offsetof(RECORD, field)
#define INT(name, field)                                                                           \
    {                                                                                              \
        ":" name, CLD_COLUMN_INT, AT(field), NULL, 0                                               \
    }
#define INT64(name, field)                                                                         \
    {                                                                                              \
        ":" name, CLD_COLUMN_INT64, AT(field), NULL, 0                                             \
    }
#define SIZE(name, field)                                                                          \
    {                                                                                              \
        ":" name, CLD_COLUMN_SIZE, AT(field), NULL, 0                                              \
    }
#define TEXT(name, field)                                                                          \
    {                                                                                              \
        ":" name, CLD_COLUMN_TEXT, AT(field), NULL, 0                                              \
    }
#define NAME(name, field)                                                                          \
    {                                                                                              \
        ":" name, CLD_COLUMN_NAME, AT(field), NULL, 0                                              \
    }
#define LIST(name, field)                                                                          \
    {                                                                                              \
        ":" name, CLD_COLUMN_LIST, AT(field), NULL, 0                                              \
    }
#define TAG(name, field, get, n)                                                                   \
    {                                                                                              \
        ":" name, CLD_COLUMN_TAG, AT(field), (CldTagOf)(get), n                                    \
    }
/* Members of a member, which cannot stand in parentheses. */
/* NOLINTBEGIN(bugprone-macro-parentheses) */
#define SPAN(name, field) SIZE(name "_start", field.start), SIZE(name "_end", field.end)
#define WHEN(name, field) INT64(name "_start", field.from), INT64(name "_end", field.to)
/* NOLINTEND(bugprone-macro-parentheses) */

typedef const char *(*CldTagOf)(guint);

#define RECORD CldArticle
static const CldColumn article[] = {
    TEXT("source", source),
    TEXT("format", format),
    TEXT("outlet", outlet),
    NAME("outlet_from", outlet_from),
    TEXT("title", title),
    LIST("authors", authors),
    WHEN("published", published),
    NAME("published_from", published_from),
    INT("month_day", month_day),
    TEXT("language", language),
    NAME("language_from", language_from),
    TEXT("url", url),
    TEXT("text", text),
};
#undef RECORD

#define RECORD CldBlock
static const CldColumn block[] = {
    SIZE("start_byte", span.start),
    SIZE("end_byte", span.end),
    TAG("part", part, cld_part_get_tag, CLD_N_PARTS),
    INT("line", line),
    NAME("label", label),
};
#undef RECORD

#define RECORD CldClaim
static const CldColumn claim[] = {
    INT("number", number),
    SPAN("sentence", sentence),
    SPAN("clause", clause),
    TAG("part", part, cld_part_get_tag, CLD_N_PARTS),
    INT("line", line),
    INT("paragraph", paragraph),
    TEXT("holder", holder),
    NAME("holder_entity", holder_entity),
    INT("holder_is_unnamed", holder_is_unnamed),
    SPAN("holder", holder_span),
    LIST("chain", chain),
    TEXT("cue", cue),
    SPAN("cue", cue_span),
    TAG("mode", mode, cld_mode_get_tag, CLD_N_MODES),
    SPAN("quote", quote),
    INT("utterance", utterance),
    WHEN("said", said),
    WHEN("about", about),
    TAG("polarity", polarity, cld_polarity_get_tag, CLD_N_POLARITIES),
    TAG("modality", modality, cld_modality_get_tag, CLD_N_MODALITIES),
    INT("is_hedged", is_hedged),
    INT("is_reported_past", is_reported_past),
    INT("is_reported_now", is_reported_now),
};
#undef RECORD

/* The kind and the type stand before these: one value in C, two words outside. */
#define RECORD CldFinding
static const CldColumn finding[] = {
    TAG("relation", relation, cld_relation_get_tag, CLD_N_RELATIONS),
    TAG("severity", severity, cld_severity_get_tag, CLD_SEVERITY_HIGH + 1),
    {":confidence", CLD_COLUMN_REAL, AT(confidence), NULL, 0},
    LIST("basis", basis),
    TEXT("subject", subject),
    TEXT("explanation", explanation),
};
#undef RECORD

const CldColumnTable cld_columns_of_article = {article, G_N_ELEMENTS(article)};
const CldColumnTable cld_columns_of_block = {block, G_N_ELEMENTS(block)};
const CldColumnTable cld_columns_of_claim = {claim, G_N_ELEMENTS(claim)};
const CldColumnTable cld_columns_of_finding = {finding, G_N_ELEMENTS(finding)};
