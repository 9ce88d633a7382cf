/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-report.h"

/* Reports built by hand, so that renderers are tested without the engine. */

CldReport *report_fixture_new_story(void); /* every kind of finding, every way an input can end */
CldReport *report_fixture_new_check(void); /* the story as a check sees it: every state */
CldReport *report_fixture_new_empty(void);
CldReport *report_fixture_new_filled(const char *text); /* @text in every field that holds text */
