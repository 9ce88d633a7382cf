-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT id FROM revision
WHERE article = :article AND text_hash = :text_hash ORDER BY id LIMIT 1;
