-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT a.identity FROM revision AS r JOIN article AS a ON a.id = r.article WHERE r.id = :revision;
