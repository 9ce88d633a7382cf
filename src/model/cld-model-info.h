/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include <glib.h>

#define CLD_MODEL_ERROR (cld_model_error_quark())
typedef enum {
    CLD_MODEL_ERROR_MISSING, /* no such folder or file */
    CLD_MODEL_ERROR_CHANGED, /* a file is not the one that model.json names */
    CLD_MODEL_ERROR_FORM, /* model.json says something that cannot be, or the files do not fit it */
    CLD_MODEL_ERROR_NO_RUNTIME, /* the runtime is not installed, or not built in */
    CLD_MODEL_ERROR_RUNTIME,    /* the runtime refuses the model */
    CLD_MODEL_ERROR_SCORING,    /* the runtime failed while scoring */
} CldModelError;
GQuark cld_model_error_quark(void);

/* What an output of the pair part may mean. */
typedef enum {
    CLD_LABEL_AGREEMENT,
    CLD_LABEL_CONTRADICTION,
    CLD_LABEL_UPDATE,
    CLD_LABEL_NEUTRAL,
    CLD_LABEL_SAME_SUBJECT,
    /* How the two clash, if they do: the types of contradiction. */
    CLD_LABEL_FIRST_TYPE,
    CLD_LABEL_NUMBER = CLD_LABEL_FIRST_TYPE,
    CLD_LABEL_DATE,
    CLD_LABEL_PLACE,
    CLD_LABEL_NEGATION,
    CLD_LABEL_ANTONYM,
    CLD_LABEL_STATUS,
    CLD_LABEL_ATTRIBUTION,
    CLD_LABEL_MODALITY,
    CLD_LABEL_ORDER,
    CLD_LABEL_CAUSE,
    CLD_LABEL_IDENTITY,
    CLD_N_LABELS,
} CldLabel;

/* Outputs of the pair part that belong together: the first @first of @n. One of them is true
 * (softmax), or each is for itself (sigmoid). */
typedef struct {
    gboolean is_softmax;
    double temperature; /* what the outputs are divided by first: > 0 */
    guint first;        /* column */
    guint n_labels;
    CldLabel labels[CLD_N_LABELS];
} CldModelHead;

#define CLD_MODEL_MAX_HEADS    4
#define CLD_MODEL_MAX_INPUTS   4
#define CLD_MODEL_MAX_SPECIALS 16

/* One file of a model. */
typedef struct {
    char *path;   /* (owned): below the folder, no ".." */
    char *sha256; /* (owned): 64 hexadecimal digits */
} CldModelFile;

typedef enum {
    CLD_MODEL_PART_VECTORS,
    CLD_MODEL_PART_PAIR,
    CLD_MODEL_N_PARTS,
} CldModelPartKind;

typedef enum {
    CLD_POOLING_NONE, /* the graph's output is the vectors */
    CLD_POOLING_MEAN, /* it is a vector a token: the mean over the attention mask is taken */
} CldPooling;

/* One part of a model: a tokenizer and an encoder. */
typedef struct {
    GPtrArray *files; /* (owned) (element-type CldModelFile): all that the two are made of */
    char *network;    /* (owned): path of the encoder, one of @files */
    char *tokenizer;  /* (owned): path of the tokenizer, one of @files */
    char *inputs[CLD_MODEL_MAX_INPUTS + 1];     /* (owned): names, from tokenizer to encoder */
    char *specials[CLD_MODEL_MAX_SPECIALS + 1]; /* (owned): tokens that no text may spell */
    guint max_tokens;                           /* of a text or a pair; more is not scored */
    guint dimension;                            /* vectors: numbers in one */
    CldPooling pooling;                         /* vectors */
    guint n_outputs;                            /* pair: columns */
    guint n_heads;                              /* pair */
    CldModelHead heads[CLD_MODEL_MAX_HEADS];    /* pair */
} CldModelPart;

/* What model.json says. Never changes once read. */
typedef struct {
    char *folder;  /* (owned) */
    char *name;    /* (owned): with its version: "claimdiff-minilm-3" */
    char *licence; /* (owned): SPDX expression */
    char *sha256;  /* (owned): of model.json, which names all the others' */
    CldModelPart *parts[CLD_MODEL_N_PARTS]; /* (owned) (nullable) */
} CldModelInfo;

CldModelInfo *cld_model_info_read(const char *folder, GError **error);
gboolean cld_model_info_check_files(const CldModelInfo *self, GError **error);
void cld_model_info_free(CldModelInfo *self);
const char *cld_label_get_name(CldLabel label);
const char *cld_model_part_get_name(CldModelPartKind kind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldModelInfo, cld_model_info_free)
