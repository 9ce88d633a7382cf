-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT id FROM revision
WHERE text_hash = :text_hash AND is_current = 1 AND outlet IS :outlet ORDER BY id LIMIT 1;
