-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO side (finding, number, revision, claim, camp, highlights, text)
VALUES (:finding, :number, :revision, :claim, :camp, :highlights, :text);
