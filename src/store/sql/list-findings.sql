-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT f.id, f.kind, f.type, f.relation, f.severity, f.confidence, f.found_unix,
  coalesce(r.outlet, '?'), s.text
FROM finding AS f
JOIN side AS s ON s.finding = f.id
JOIN revision AS r ON r.id = s.revision
ORDER BY f.id, s.number;
