/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-collection.h"
#include "cld-project.h"

struct CldProject {
    char *folder;              /* (owned): absolute */
    CldCollection *collection; /* (owned) (nullable): NULL: files are only checked against each
                                  other */
};
