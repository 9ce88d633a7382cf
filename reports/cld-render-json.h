/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-writer.h"
#include "cld-render.h"

char *
cld_render_json(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);
char *
cld_render_jsonl(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);

/* Lists of records as the report writes them, for documents of other commands. */
void cld_json_put_inputs(CldJsonWriter *w, const CldReport *report);
void cld_json_put_articles(CldJsonWriter *w, const CldReport *report);
void cld_json_put_events(CldJsonWriter *w, const CldReport *report);
void cld_json_put_claims(CldJsonWriter *w, const CldReport *report);
