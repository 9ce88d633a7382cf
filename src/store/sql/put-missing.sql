-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT OR IGNORE INTO missing_from (finding, revision) VALUES (:finding, :revision);
