/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

typedef enum {
    CLD_KIND_CONTRADICTION,
    CLD_KIND_UPDATE,
    CLD_KIND_WORDING,
    CLD_KIND_FRAMING,
    CLD_KIND_OMISSION,
    CLD_N_KINDS,
} CldKind;

typedef enum {
    CLD_SEVERITY_LOW,
    CLD_SEVERITY_MEDIUM,
    CLD_SEVERITY_HIGH,
} CldSeverity;

typedef enum {
    CLD_RELATION_NONE,
    CLD_RELATION_BETWEEN_OUTLETS,
    CLD_RELATION_BETWEEN_SPEAKERS,
    CLD_RELATION_SAME_SPEAKER,
    CLD_RELATION_WITHIN_ARTICLE,
    CLD_N_RELATIONS,
} CldRelation;

typedef enum {
#define CLD_TYPE(kind, id, tag, severity, meaning, example) CLD_TYPE_##id,
#include "cld-kind.def"
#undef CLD_TYPE
    CLD_N_TYPES,
} CldType;

/* One row of the table of types; all strings static. */
typedef struct {
    CldKind kind;
    const char *tag; /* as in JSON; unique together with the kind */
    CldSeverity severity;
    const char *meaning; /* a sentence for a reader */
    const char *example;
} CldTypeInfo;

/* Findings of a kind from a severity on: what a user asks to be failed for. */
typedef struct {
    gint kind; /* CldKind; -1: any */
    CldSeverity severity;
} CldFailOn;

const CldTypeInfo *cld_type_get_info(CldType type);
const char *cld_type_get_help(CldType type);
gboolean cld_type_from_tags(const char *kind, const char *tag, CldType *out);
const char *cld_kind_get_tag(CldKind kind);
const char *cld_kind_get_meaning(CldKind kind);
const char *cld_severity_get_tag(CldSeverity severity);
const char *cld_relation_get_tag(CldRelation relation);
