-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT model, runtime, text_hash, dimension, numbers, row_hash FROM vectors
ORDER BY model, runtime, text_hash;
