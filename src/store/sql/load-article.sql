-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT
  source, format, outlet, outlet_from, title, authors, published_start, published_end,
  published_from, month_day, language, language_from, url, text
FROM revision WHERE id = :revision;
