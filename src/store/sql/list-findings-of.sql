-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT finding FROM side WHERE revision = :revision
UNION
SELECT finding FROM also WHERE revision = :revision
UNION
SELECT finding FROM missing_from WHERE revision = :revision
ORDER BY 1;
