-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO revision (
  article, number, is_current, is_settled, added_unix, text_hash, row_hash, read_by, source, format,
  outlet, outlet_from, title, authors, published_start, published_end, published_from, month_day,
  language, language_from, url, text)
VALUES (
  :article, :number, 1, 0, :added_unix, :text_hash, '', :read_by, :source, :format, :outlet, :outlet_from,
  :title, :authors, :published_start, :published_end, :published_from, :month_day, :language,
  :language_from, :url, :text);
