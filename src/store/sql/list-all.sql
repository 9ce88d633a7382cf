-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT r.id FROM revision AS r JOIN article AS a ON a.id = r.article
ORDER BY a.identity, r.number;
