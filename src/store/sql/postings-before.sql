-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT revision, weight FROM posting WHERE term = :term AND day <= :day
ORDER BY day DESC, revision DESC LIMIT :most;
