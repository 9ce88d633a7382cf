-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT dimension, numbers, row_hash FROM vectors
WHERE model = :model AND runtime = :runtime AND text_hash = :text_hash;
