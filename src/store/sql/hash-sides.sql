-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT r.text_hash, s.number, s.claim, s.camp, s.highlights, s.text
FROM side AS s JOIN revision AS r ON r.id = s.revision WHERE s.finding = :id ORDER BY s.number;
