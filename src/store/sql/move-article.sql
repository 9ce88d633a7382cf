-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
UPDATE article SET identity = :identity
WHERE id = (SELECT article FROM revision WHERE id = :revision) AND identity = :before;
