-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
DELETE FROM unread WHERE file = :file;
