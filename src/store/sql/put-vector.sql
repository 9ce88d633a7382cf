-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO vectors (model, runtime, text_hash, dimension, numbers, row_hash)
VALUES (:model, :runtime, :text_hash, :dimension, :numbers, :row_hash)
ON CONFLICT (model, runtime, text_hash) DO UPDATE SET
  dimension = excluded.dimension, numbers = excluded.numbers, row_hash = excluded.row_hash;
