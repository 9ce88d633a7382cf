-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO unread (source, file, outcome, code, message, offset_byte)
VALUES (:source, :file, :outcome, :code, :message, :offset_byte)
ON CONFLICT (source) DO UPDATE SET
  file = excluded.file, outcome = excluded.outcome, code = excluded.code,
  message = excluded.message, offset_byte = excluded.offset_byte;
