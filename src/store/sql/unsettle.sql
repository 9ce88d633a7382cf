-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
UPDATE revision SET is_settled = 0 WHERE id = :revision;
