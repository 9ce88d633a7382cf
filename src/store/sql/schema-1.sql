-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 1: articles with their revisions, what was read out of them, and what was found. docs/STORE.md
-- tells why each table is there. A step never changes once it is released.

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
  added_unix INTEGER NOT NULL,
  text_hash TEXT NOT NULL,
  row_hash TEXT NOT NULL,
  read_by TEXT NOT NULL,
  source TEXT NOT NULL,
  format TEXT NOT NULL,
  outlet TEXT,
  outlet_from TEXT,
  title TEXT,
  authors TEXT NOT NULL,
  published_start INTEGER NOT NULL,
  published_end INTEGER NOT NULL,
  published_from TEXT,
  month_day INTEGER NOT NULL,
  language TEXT,
  language_from TEXT,
  url TEXT,
  text TEXT NOT NULL,
  UNIQUE (article, number)
) STRICT;
CREATE UNIQUE INDEX revision_current ON revision (article) WHERE is_current = 1;
CREATE INDEX revision_unsettled ON revision (id) WHERE is_current = 1 AND is_settled = 0;
CREATE INDEX revision_text ON revision (text_hash);

CREATE TABLE block (
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  part TEXT NOT NULL,
  line INTEGER NOT NULL,
  label TEXT,
  PRIMARY KEY (revision, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  clause_start INTEGER NOT NULL,
  clause_end INTEGER NOT NULL,
  part TEXT NOT NULL,
  line INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  holder TEXT,
  holder_entity TEXT,
  holder_is_unnamed INTEGER NOT NULL,
  holder_start INTEGER NOT NULL,
  holder_end INTEGER NOT NULL,
  chain TEXT NOT NULL,
  cue TEXT,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  mode TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  utterance INTEGER NOT NULL,
  said_start INTEGER NOT NULL,
  said_end INTEGER NOT NULL,
  about_start INTEGER NOT NULL,
  about_end INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  is_hedged INTEGER NOT NULL,
  is_reported_past INTEGER NOT NULL,
  is_reported_now INTEGER NOT NULL,
  PRIMARY KEY (revision, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE posting (
  term INTEGER NOT NULL REFERENCES term (id),
  day INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  weight REAL NOT NULL,
  PRIMARY KEY (term, day, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_revision ON posting (revision);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  relation TEXT,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL,
  found_unix INTEGER NOT NULL,
  row_hash TEXT NOT NULL,
  basis TEXT NOT NULL,
  subject TEXT,
  explanation TEXT NOT NULL
) STRICT;

CREATE TABLE side (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  camp INTEGER NOT NULL,
  highlights TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (finding, number),
  FOREIGN KEY (revision, claim) REFERENCES claim (revision, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX side_claim ON side (revision, claim);

CREATE TABLE also (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (finding, number),
  FOREIGN KEY (revision, claim) REFERENCES claim (revision, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX also_claim ON also (revision, claim);

CREATE TABLE missing_from (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL REFERENCES revision (id),
  PRIMARY KEY (finding, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX missing_from_revision ON missing_from (revision);

CREATE TABLE diff_step (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('=', '-', '+')),
  is_marked INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (finding, number)
) STRICT, WITHOUT ROWID;
