-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Few are unsettled: the plus keeps SQLite from walking all articles in the order of their names.
SELECT r.id FROM revision AS r INDEXED BY revision_unsettled
CROSS JOIN article AS a ON a.id = r.article
WHERE r.is_current = 1 AND r.is_settled = 0 ORDER BY +a.identity;
