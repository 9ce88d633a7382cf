-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO diff_step (finding, number, op, is_marked, text)
VALUES (:finding, :number, :op, :is_marked, :text);
