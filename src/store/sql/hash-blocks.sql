-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT number, start_byte, end_byte, part, line, label
FROM block WHERE revision = :revision ORDER BY number;
