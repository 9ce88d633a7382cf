-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: LGPL-2.1-or-later
INSERT INTO claim (
  revision, number, sentence_start, sentence_end, clause_start, clause_end, part, line,
  paragraph, holder, holder_entity, holder_is_unnamed, holder_start, holder_end, chain, cue,
  cue_start, cue_end, mode, quote_start, quote_end, utterance, said_start, said_end, about_start,
  about_end, polarity, modality, is_hedged, is_reported_past, is_reported_now)
VALUES (
  :revision, :number, :sentence_start, :sentence_end, :clause_start, :clause_end, :part, :line,
  :paragraph, :holder, :holder_entity, :holder_is_unnamed, :holder_start, :holder_end, :chain,
  :cue, :cue_start, :cue_end, :mode, :quote_start, :quote_end, :utterance, :said_start,
  :said_end, :about_start, :about_end, :polarity, :modality, :is_hedged, :is_reported_past,
  :is_reported_now)
ON CONFLICT (revision, number) DO UPDATE SET
  sentence_start = excluded.sentence_start, sentence_end = excluded.sentence_end,
  clause_start = excluded.clause_start, clause_end = excluded.clause_end, part = excluded.part,
  line = excluded.line, paragraph = excluded.paragraph, holder = excluded.holder,
  holder_entity = excluded.holder_entity, holder_is_unnamed = excluded.holder_is_unnamed,
  holder_start = excluded.holder_start, holder_end = excluded.holder_end, chain = excluded.chain,
  cue = excluded.cue, cue_start = excluded.cue_start, cue_end = excluded.cue_end,
  mode = excluded.mode, quote_start = excluded.quote_start, quote_end = excluded.quote_end,
  utterance = excluded.utterance, said_start = excluded.said_start, said_end = excluded.said_end,
  about_start = excluded.about_start, about_end = excluded.about_end,
  polarity = excluded.polarity, modality = excluded.modality, is_hedged = excluded.is_hedged,
  is_reported_past = excluded.is_reported_past, is_reported_now = excluded.is_reported_now;
