/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-kind.h"
#include "cld-outlet-names.h"
#include "cld-verdict.h"
#include "cld-when.h"

/* Which commands know a setting. */
typedef enum {
    CLD_FOR_COMPARE = 1 << 0,
    CLD_FOR_CLAIMS = 1 << 1,
    CLD_FOR_EVENTS = 1 << 2,
    CLD_FOR_EXPLAIN = 1 << 3,
    CLD_FOR_DOCTOR = 1 << 8,
    CLD_FOR_REVIEW = 1 << 10,
    CLD_FOR_STATS = 1 << 11,
    CLD_FOR_INIT = 1 << 12,
    CLD_FOR_ADD = 1 << 13,
    CLD_FOR_CHECK = 1 << 14,
    CLD_FOR_REBUILD = 1 << 15,
    CLD_FOR_FSCK = 1 << 16,
    CLD_FOR_DECISIONS = CLD_FOR_REVIEW | CLD_FOR_STATS,
    CLD_FOR_MODEL =
        CLD_FOR_COMPARE | CLD_FOR_EVENTS | CLD_FOR_CHECK | CLD_FOR_REBUILD | CLD_FOR_DOCTOR,
    CLD_FOR_READING = CLD_FOR_COMPARE | CLD_FOR_CLAIMS | CLD_FOR_EVENTS | CLD_FOR_ADD |
                      CLD_FOR_CHECK | CLD_FOR_REBUILD,
    CLD_FOR_ALL = CLD_FOR_READING | CLD_FOR_EXPLAIN | CLD_FOR_INIT | CLD_FOR_FSCK | CLD_FOR_DOCTOR |
                  CLD_FOR_DECISIONS,
} CldCommandSet;

typedef enum {
    CLD_COLOR_AUTO,
    CLD_COLOR_ALWAYS,
    CLD_COLOR_NEVER,
} CldColor;

/* One --output FORMAT=FILE. */
typedef struct {
    char *format; /* (owned) */
    char *target; /* (owned) */
} CldOutputTarget;

#define CLD_MAX_SETTINGS 64

/* What the user wants of this run, from the command line, the environment and the configuration
 * files. Strings owned. */
typedef struct {
    char *format;       /* (nullable) */
    GPtrArray *outputs; /* (owned) (element-type CldOutputTarget) */
    GArray *fail_on;    /* (owned) (element-type CldFailOn) */
    guint jobs;         /* 0: as many as there are processors */
    CldColor color;
    guint width; /* columns; 0: those of the terminal */
    gboolean is_quiet;
    gboolean is_without_progress;
    gboolean is_one_event;
    gboolean allow_unread;
    gboolean is_forgetting; /* add: the inputs are not read but let go of */
    char *outlet;           /* (nullable) */
    char *language;         /* (nullable) */
    char *charset;          /* (nullable) */
    CldWhen date;
    char
        *model; /* (nullable): "none", "default" or a folder; NULL: the shipped one if it can run */
    char *openvino;        /* (nullable): the library that runs it, or its folder */
    double min_confidence; /* < 0: the fitted threshold */
    CldOutletNames *outlets;
    char *report;    /* (nullable): a saved report to review */
    char *decisions; /* (nullable): the decisions file */
    char *by;        /* (nullable): who decides */
    char *note;      /* (nullable): why */
    char *expires;   /* (nullable): "2026-12-31" */
    guint states;    /* bits, 1 << CldReviewState; 0: any */
    gint kind;       /* CldKind; -1: any */
    char *type;      /* (nullable) */
    gboolean is_json;
    guint port; /* of the page; 0: any that is free */
    gboolean is_without_browser;
    gboolean is_fit;
    char *baseline; /* (nullable) */
    gboolean updates_baseline;
    gboolean reports_unused;
    char *config;     /* (nullable): the file named with --config */
    gboolean is_help; /* --help was given */
    const char
        *origin[CLD_MAX_SETTINGS]; /* static, by row: where it was set first; NULL: nowhere */
} CldSettings;

/* One row of the table of settings. */
typedef struct {
    const char *name;     /* "min-confidence": --min-confidence, CLAIMDIFF_MIN_CONFIDENCE */
    char letter;          /* 0: none */
    const char *argument; /* NULL: yes or no */
    const char *help;
    guint commands;              /* CldCommandSet */
    gboolean is_only_for_a_flag; /* not taken from files or the environment */
    gboolean (*set)(CldSettings *self, const char *value, GError **error);
    gboolean is_trusted; /* not taken from a file that was only found, in or above the folder */
} CldSetting;

CldSettings *cld_settings_new(void);
void cld_settings_free(CldSettings *self);
const CldSetting *cld_settings_list(guint *n_settings);
gboolean cld_settings_set(CldSettings *self,
                          const char *name,
                          CldCommandSet command,
                          const char *value,
                          const char *origin,
                          GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CldSettings, cld_settings_free)
