-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT p.id FROM revision AS r JOIN revision AS p ON p.article = r.article AND p.number = r.number - 1
WHERE r.id = :revision;
