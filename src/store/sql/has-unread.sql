-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
-- A collection of an earlier version that may only be read stays without them.
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'unread';
