/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-collection.h"
#include "cld-encoder.h"

/* An encoder that asks a collection first, has another encode what is not there, and stores that.
 * Gives the same numbers as the other alone, bit for bit. */
#define CLD_TYPE_STORED_ENCODER (cld_stored_encoder_get_type())
G_DECLARE_FINAL_TYPE(CldStoredEncoder, cld_stored_encoder, CLD, STORED_ENCODER, GObject)

CldStoredEncoder *cld_stored_encoder_new(CldEncoder *inner,
                                         CldCollection *collection,
                                         const char *model,
                                         const char *runtime);
