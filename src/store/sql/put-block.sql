-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO block (revision, number, start_byte, end_byte, part, line, label)
VALUES (:revision, :number, :start_byte, :end_byte, :part, :line, :label);
