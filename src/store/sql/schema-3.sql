-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 3: inputs that could not be read, until they are; and vectors in rows of their own: as leaves of an
-- index they overflowed into a page each, which was more than twice their size.

CREATE TABLE unread (
  source TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  message TEXT,
  offset_byte INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vectors_in_rows (
  model TEXT NOT NULL,
  runtime TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  dimension INTEGER NOT NULL CHECK (dimension > 0),
  numbers BLOB NOT NULL,
  row_hash TEXT NOT NULL,
  UNIQUE (model, runtime, text_hash),
  CHECK (length(numbers) = 4 * dimension)
) STRICT;

INSERT INTO vectors_in_rows (model, runtime, text_hash, dimension, numbers, row_hash)
SELECT model, runtime, text_hash, dimension, numbers, row_hash FROM vectors
ORDER BY model, runtime, text_hash;

DROP TABLE vectors;

ALTER TABLE vectors_in_rows RENAME TO vectors;
