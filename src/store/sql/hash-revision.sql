-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT a.identity, r.number, r.added_unix, r.text_hash, r.read_by, r.source, r.format, r.outlet, r.outlet_from, r.title, r.authors, r.published_start,
  r.published_end, r.published_from, r.month_day, r.language, r.language_from, r.url, r.text
FROM revision AS r JOIN article AS a ON a.id = r.article WHERE r.id = :revision;
