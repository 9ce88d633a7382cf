/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-model-choice.h"
#include "cld-serve.h"
#include "cld-session.h"
#include "cld-settings.h"
#include "cld-terminal-page.h"

typedef enum {
    CLD_EXIT_OK = 0,
    CLD_EXIT_FOUND = 1,   /* --fail-on was met */
    CLD_EXIT_TROUBLE = 2, /* usage, input or output */
} CldExit;

/* One command of the program. */
typedef struct CldCommand CldCommand;
struct CldCommand {
    const char *name;
    const char *arguments;   /* "[FILE|DIR|-]…" */
    const char *summary;     /* one line */
    const char *details;     /* what --help says after the options, with examples */
    char *(*dup_more)(void); /* (nullable): and what it says before them */
    CldCommandSet set;
    guint min_arguments;
    CldExit (*run)(const CldCommand *self, CldSettings *settings, const char *const *arguments);
};

extern const CldCommand cld_command_compare;
extern const CldCommand cld_command_claims;
extern const CldCommand cld_command_events;
extern const CldCommand cld_command_explain;
extern const CldCommand cld_command_init;
extern const CldCommand cld_command_add;
extern const CldCommand cld_command_check;
extern const CldCommand cld_command_rebuild;
extern const CldCommand cld_command_fsck;
extern const CldCommand cld_command_doctor;
extern const CldCommand cld_command_review;
extern const CldCommand cld_command_stats;

int cld_command_main(int argc, char **argv);
void cld_command_set_serve(CldServe serve);
CldServe cld_command_get_serve(void);
const CldCommand *const *cld_command_list(void);
const CldCommand *cld_command_find(const char *name);
CldExit cld_command_start(const CldCommand *self, int argc, char **argv);
char *cld_command_dup_help(const CldCommand *self);

/* The two forms of a list of records. */
typedef void (*CldPutText)(CldTerminalPage *page, const CldReport *report);
typedef char *(*CldDupJson)(const CldReport *report, gsize *length_bytes);

CldExit cld_command_list_records(const CldSettings *settings,
                                 const char *const *paths,
                                 gboolean is_compared,
                                 CldPutText put_text,
                                 CldDupJson dup_json);
gboolean cld_command_open_model(const CldSettings *settings, struct _CldModel **model);
CldSessionOptions cld_command_make_options(const CldSettings *settings, struct _CldModel *model);
CldReport *
cld_command_read(const CldSettings *settings, const char *const *paths, gboolean is_compared);
void cld_command_tell_inputs(const CldReport *report, const CldSettings *settings);
CldExit
cld_command_get_status(const CldReport *report, const CldSettings *settings, CldExit status);
CldExit cld_command_end(const CldReport *report, const CldSettings *settings, CldExit status);
gboolean cld_command_write(const char *target, const char *bytes, gsize length_bytes);
