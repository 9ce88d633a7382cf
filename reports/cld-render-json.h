/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-json-writer.h"
#include "cld-render.h"

char *
cld_render_json(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);
char *
cld_render_jsonl(const CldReport *report, const CldRenderOptions *options, gsize *length_bytes);

/* Records as the report writes them, for documents of other commands. */
void cld_json_put_input(CldJsonWriter *w, const CldInput *input);
void cld_json_put_article(CldJsonWriter *w, const CldReport *report, guint i);
void cld_json_put_event(CldJsonWriter *w, const CldEvent *event, guint i);
void cld_json_put_claim(CldJsonWriter *w, const CldClaim *claim);
