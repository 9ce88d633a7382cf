-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
UPDATE revision SET is_settled = 1 WHERE id = :revision AND is_current = 1;
