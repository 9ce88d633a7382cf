-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
UPDATE finding SET row_hash = :row_hash WHERE id = :id;
