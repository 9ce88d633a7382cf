-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO finding (
  id, kind, type, relation, severity, confidence, found_unix, basis, subject, explanation,
  row_hash)
VALUES (
  :id, :kind, :type, :relation, :severity, :confidence, :found_unix, :basis, :subject,
  :explanation, '');
