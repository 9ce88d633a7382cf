-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
SELECT
  number, sentence_start, sentence_end, clause_start, clause_end, part, line, paragraph, holder,
  holder_entity, holder_is_unnamed, holder_start, holder_end, chain, cue, cue_start, cue_end,
  mode, quote_start, quote_end, utterance, said_start, said_end, about_start, about_end,
  polarity, modality, is_hedged, is_reported_past, is_reported_now
FROM claim WHERE revision = :revision ORDER BY number;
