-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
UPDATE revision SET
  read_by = :read_by,
  source = :source, format = :format, outlet = :outlet, outlet_from = :outlet_from,
  title = :title, authors = :authors, published_start = :published_start,
  published_end = :published_end, published_from = :published_from, month_day = :month_day,
  language = :language, language_from = :language_from, url = :url, text = :text
WHERE id = :revision;
