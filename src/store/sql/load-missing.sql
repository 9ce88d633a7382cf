-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT revision FROM missing_from WHERE finding = :id ORDER BY revision;
