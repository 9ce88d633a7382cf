-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT id, kind, type, relation, severity, confidence, found_unix, basis, subject, explanation
FROM finding WHERE id = :id;
