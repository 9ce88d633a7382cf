-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT t.key, p.day, p.weight FROM posting AS p JOIN term AS t ON t.id = p.term
WHERE p.revision = :revision ORDER BY t.key;
