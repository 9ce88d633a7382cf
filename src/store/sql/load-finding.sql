-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT kind, type, relation, severity, confidence, basis, subject, explanation
FROM finding WHERE id = :id;
