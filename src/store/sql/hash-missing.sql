-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT r.text_hash FROM missing_from AS m JOIN revision AS r ON r.id = m.revision
WHERE m.finding = :id ORDER BY r.text_hash;
