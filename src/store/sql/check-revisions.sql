-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT id, source, text_hash, row_hash, text FROM revision ORDER BY id;
