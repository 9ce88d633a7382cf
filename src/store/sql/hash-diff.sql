-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT number, op, is_marked, text FROM diff_step WHERE finding = :id ORDER BY number;
