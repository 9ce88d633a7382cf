-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT source, outcome, code, message, offset_byte FROM unread ORDER BY source;
