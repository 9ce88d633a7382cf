-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 2: what a model made of sentences, so that a check need not encode what an earlier one did. Numbers
-- are IEEE 754 floats of 32 bits, the lowest byte first.

CREATE TABLE vectors (
  model TEXT NOT NULL,
  runtime TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  dimension INTEGER NOT NULL CHECK (dimension > 0),
  numbers BLOB NOT NULL,
  row_hash TEXT NOT NULL,
  PRIMARY KEY (model, runtime, text_hash),
  CHECK (length(numbers) = 4 * dimension)
) STRICT, WITHOUT ROWID;
