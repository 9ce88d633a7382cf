/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-encoder.h"

/* An encoder that answers from a script: for tests of the engine without a model. Texts that the
 * script does not name get zeros, which are near nothing. */
#define CLD_TYPE_SCRIPTED_ENCODER (cld_scripted_encoder_get_type())
G_DECLARE_FINAL_TYPE(CldScriptedEncoder, cld_scripted_encoder, CLD, SCRIPTED_ENCODER, GObject)

CldScriptedEncoder *cld_scripted_encoder_new(guint dimension);
void cld_scripted_encoder_add(CldScriptedEncoder *self, const char *text, const float *vector);
guint cld_scripted_encoder_get_n_texts(CldScriptedEncoder *self);
