-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT id, number, text_hash, source FROM revision
WHERE article = :article AND is_current = 1;
