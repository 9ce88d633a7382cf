-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT r.text_hash, a.number, a.claim
FROM also AS a JOIN revision AS r ON r.id = a.revision WHERE a.finding = :id ORDER BY a.number;
