-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM revision),
  (SELECT count(*) FROM revision WHERE is_current = 1 AND is_settled = 0),
  (SELECT count(*) FROM finding);
