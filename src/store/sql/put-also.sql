-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO also (finding, number, revision, claim)
VALUES (:finding, :number, :revision, :claim);
