/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-encoder.h"
#include "cld-network.h"

/* An encoder that asks the vectors part of a model. */
#define CLD_TYPE_TEXT_ENCODER (cld_text_encoder_get_type())
G_DECLARE_FINAL_TYPE(CldTextEncoder, cld_text_encoder, CLD, TEXT_ENCODER, GObject)

CldTextEncoder *cld_text_encoder_new(const CldModelInfo *info, CldNetwork *network);
