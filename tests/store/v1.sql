-- SPDX-FileCopyrightText: 2026 The claimdiff authors
-- SPDX-License-Identifier: CC0-1.0
PRAGMA application_id = 1131177062;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE also (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (finding, number),
  FOREIGN KEY (revision, claim) REFERENCES claim (revision, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "article" VALUES(1,'file harbour-gazette.txt');
INSERT INTO "article" VALUES(2,'file coast-herald.txt');
CREATE TABLE block (
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  part TEXT NOT NULL,
  line INTEGER NOT NULL,
  label TEXT,
  PRIMARY KEY (revision, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "block" VALUES(1,0,0,46,'headline',2,NULL);
INSERT INTO "block" VALUES(1,1,48,175,'lead',6,NULL);
INSERT INTO "block" VALUES(1,2,177,280,'body',8,NULL);
INSERT INTO "block" VALUES(1,3,282,348,'body',10,NULL);
INSERT INTO "block" VALUES(2,0,0,45,'headline',2,NULL);
INSERT INTO "block" VALUES(2,1,47,175,'lead',6,NULL);
INSERT INTO "block" VALUES(2,2,177,242,'body',8,NULL);
INSERT INTO "block" VALUES(2,3,244,296,'body',10,NULL);
INSERT INTO "block" VALUES(3,0,0,45,'headline',2,NULL);
INSERT INTO "block" VALUES(3,1,47,174,'lead',6,NULL);
INSERT INTO "block" VALUES(3,2,176,241,'body',8,NULL);
INSERT INTO "block" VALUES(3,3,243,295,'body',10,NULL);
CREATE TABLE claim (
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  clause_start INTEGER NOT NULL,
  clause_end INTEGER NOT NULL,
  part TEXT NOT NULL,
  line INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  holder TEXT,
  holder_entity TEXT,
  holder_is_unnamed INTEGER NOT NULL,
  holder_start INTEGER NOT NULL,
  holder_end INTEGER NOT NULL,
  chain TEXT NOT NULL,
  cue TEXT,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  mode TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  utterance INTEGER NOT NULL,
  said_start INTEGER NOT NULL,
  said_end INTEGER NOT NULL,
  about_start INTEGER NOT NULL,
  about_end INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  is_hedged INTEGER NOT NULL,
  is_reported_past INTEGER NOT NULL,
  is_reported_now INTEGER NOT NULL,
  PRIMARY KEY (revision, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "claim" VALUES(1,1,0,46,0,35,'headline',2,0,'port','port',0,37,41,'','says',42,46,'indirect',0,0,0,28504470,28504471,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(1,2,48,175,48,149,'lead',6,1,'port authority','port authority',0,151,169,'','said',170,174,'indirect',0,0,0,28504470,28504471,28503600,28504080,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(1,3,177,250,178,216,'body',8,2,'Tomas Reid','reid',0,219,244,'','said',245,249,'direct',178,217,1,28504470,28504471,28445760,28487520,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(1,4,251,280,252,278,'body',8,2,'Tomas Reid','reid',0,219,244,'',NULL,0,0,'direct',252,279,2,28504470,28504471,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(1,5,282,348,282,317,'body',10,3,'coast guard','coast guard',0,332,347,'','according to',319,331,'indirect',0,0,0,28504470,28504471,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(2,1,0,45,0,45,'headline',2,0,NULL,NULL,0,0,0,'',NULL,0,0,'narration',0,0,0,28504505,28504506,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(2,2,47,175,47,152,'lead',6,1,'coast guard','coast guard',0,154,169,'','said',170,174,'indirect',0,0,0,28504505,28504506,28503600,28504080,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(2,3,177,242,178,208,'body',8,2,'Tomas Reid','reid',0,211,236,'','said',237,241,'direct',178,209,1,28504505,28504506,0,0,'negative','asserted',0,0,0);
INSERT INTO "claim" VALUES(2,4,244,296,244,279,'body',10,3,'witnesses',NULL,1,281,290,'','said',291,295,'indirect',0,0,0,28504505,28504506,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(3,1,0,45,0,45,'headline',2,0,NULL,NULL,0,0,0,'',NULL,0,0,'narration',0,0,0,28504505,28504506,0,0,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(3,2,47,174,47,151,'lead',6,1,'coast guard','coast guard',0,153,168,'','said',169,173,'indirect',0,0,0,28504505,28504506,28503600,28504080,'positive','asserted',0,0,0);
INSERT INTO "claim" VALUES(3,3,176,241,177,207,'body',8,2,'Tomas Reid','reid',0,210,235,'','said',236,240,'direct',177,208,1,28504505,28504506,0,0,'negative','asserted',0,0,0);
INSERT INTO "claim" VALUES(3,4,243,295,243,278,'body',10,3,'witnesses',NULL,1,280,289,'','said',290,294,'indirect',0,0,0,28504505,28504506,0,0,'positive','asserted',0,0,0);
CREATE TABLE diff_step (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('=', '-', '+')),
  is_marked INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (finding, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "diff_step" VALUES('2aeacb7ebdf58f5e',0,'-',1,'Fourteen');
INSERT INTO "diff_step" VALUES('2aeacb7ebdf58f5e',1,'+',1,'Fifteen');
INSERT INTO "diff_step" VALUES('2aeacb7ebdf58f5e',2,'=',0,'people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said');
INSERT INTO "diff_step" VALUES('79cfb174f57480ad',0,'=',0,'The fog signal was');
INSERT INTO "diff_step" VALUES('79cfb174f57480ad',1,'+',1,'not');
INSERT INTO "diff_step" VALUES('79cfb174f57480ad',2,'=',0,'working');
CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  relation TEXT,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL,
  found_unix INTEGER NOT NULL,
  row_hash TEXT NOT NULL,
  basis TEXT NOT NULL,
  subject TEXT,
  explanation TEXT NOT NULL
) STRICT;
INSERT INTO "finding" VALUES('cde68be08708a72a','contradiction','number','between-speakers','high',9.03879247164933063984e-01,1795441241,'2f71aa25e1c028f6d197f3dce3c6b7408c1905e414815d7a6bc8d47bdcc44ab9','rule:number',NULL,'The same quantity is given two values.');
INSERT INTO "finding" VALUES('5cdb4389b10732b7','contradiction','date','between-speakers','high',0.808446393238805,1795441241,'d1c3b2459b12489edcbd532325c5049e7745c667def1eb9a582d18bbb3a4f434','rule:date',NULL,'The same event is put at two times.');
INSERT INTO "finding" VALUES('4a68799a6a0be2cf','contradiction','number','between-outlets','high',6.27292986685837883342e-01,1795441241,'e48599289c3929094ad041542607b052f13e3f032570038d704cb54c264d62a4','rule:number',NULL,'The same quantity is given two values.');
INSERT INTO "finding" VALUES('2aeacb7ebdf58f5e','update','rewrite','within-article','medium',1.0,1795441241,'3056631e3e9fd8b8bb87f2d4538cf22cd5d79aec9c74545cd96eaab5e84eb64b','rule:rewrite',NULL,'The sentence reads otherwise in the article''s later version.');
INSERT INTO "finding" VALUES('79cfb174f57480ad','wording','quote','same-speaker','low',9.97459187351699139156e-01,1795441241,'482ca6f68c8887b0c5a887f95525668a511eb22b069f5fdf96e3a8bf1d9e6481','rule:wording','Tomas Reid','Tomas Reid is quoted in two wordings.');
CREATE TABLE missing_from (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL REFERENCES revision (id),
  PRIMARY KEY (finding, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE posting (
  term INTEGER NOT NULL REFERENCES term (id),
  day INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  weight REAL NOT NULL,
  PRIMARY KEY (term, day, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "posting" VALUES(1,19794,1,0.598025618061987);
INSERT INTO "posting" VALUES(2,19794,1,5.1657710918294230673e-01);
INSERT INTO "posting" VALUES(2,19794,3,4.63609440103691650136e-01);
INSERT INTO "posting" VALUES(3,19794,1,3.986837453746579496e-01);
INSERT INTO "posting" VALUES(3,19794,3,7.52197509273185627165e-01);
INSERT INTO "posting" VALUES(4,19794,1,3.53248261560259679825e-01);
INSERT INTO "posting" VALUES(4,19794,3,2.91012661168667807753e-01);
INSERT INTO "posting" VALUES(5,19794,1,1.6971745549629535521e-01);
INSERT INTO "posting" VALUES(5,19794,3,3.20206300822543588058e-01);
INSERT INTO "posting" VALUES(6,19794,1,1.51167586787891133903e-01);
INSERT INTO "posting" VALUES(6,19794,3,1.25850933326178193727e-01);
INSERT INTO "posting" VALUES(7,19794,1,1.06038801721176384473e-01);
INSERT INTO "posting" VALUES(7,19794,3,8.8280050300231213689e-02);
INSERT INTO "posting" VALUES(8,19794,1,0.0826438180516218);
INSERT INTO "posting" VALUES(9,19794,1,8.16747950593917360073e-02);
INSERT INTO "posting" VALUES(9,19794,3,6.79963833905175146776e-02);
INSERT INTO "posting" VALUES(10,19794,1,7.79371349465043106174e-02);
INSERT INTO "posting" VALUES(11,19794,1,6.94374189860862550682e-02);
INSERT INTO "posting" VALUES(12,19794,1,0.0627439185719822);
INSERT INTO "posting" VALUES(13,19794,1,1.90343802045192592165e-02);
INSERT INTO "posting" VALUES(13,19794,3,1.584661477321382822e-02);
INSERT INTO "posting" VALUES(14,19794,1,9.60717080868099364276e-03);
INSERT INTO "posting" VALUES(14,19794,3,7.99821865644392490657e-03);
INSERT INTO "posting" VALUES(15,19794,1,8.02904764990630508136e-03);
INSERT INTO "posting" VALUES(15,19794,3,6.68439023161019642282e-03);
INSERT INTO "posting" VALUES(16,19794,1,0.00530194008605882);
INSERT INTO "posting" VALUES(16,19794,3,4.41400251501156051098e-03);
INSERT INTO "posting" VALUES(17,19794,3,4.68483556749921467576e-02);
INSERT INTO "posting" VALUES(18,19794,3,3.48625525010704193085e-02);
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
  added_unix INTEGER NOT NULL,
  text_hash TEXT NOT NULL,
  row_hash TEXT NOT NULL,
  read_by TEXT NOT NULL,
  source TEXT NOT NULL,
  format TEXT NOT NULL,
  outlet TEXT,
  outlet_from TEXT,
  title TEXT,
  authors TEXT NOT NULL,
  published_start INTEGER NOT NULL,
  published_end INTEGER NOT NULL,
  published_from TEXT,
  month_day INTEGER NOT NULL,
  language TEXT,
  language_from TEXT,
  url TEXT,
  text TEXT NOT NULL,
  UNIQUE (article, number)
) STRICT;
INSERT INTO "revision" VALUES(1,1,1,1,0,1795441240,'37c24b36d842b458a38a59e9a01d82675bc7cbd0b9dabfe7e8b5be9a4c2e1cf0','5f4cf0a2d0820818bd73a075199ee82f0dd4a1f6d89f18d6f69c48539f542a93','0.1.0','harbour-gazette.txt','text','Harbour Gazette','text','Ferry collision leaves nine injured, port says','',28504470,28504471,'text',0,'en','text',NULL,'Ferry collision leaves nine injured, port says

Nine people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the port authority said.

"Both vessels were inspected last month," harbour master Tomas Reid said. "The fog signal was working."

The collision happened at 7:40 a.m., according to the coast guard.');
INSERT INTO "revision" VALUES(2,2,1,0,0,1795441240,'7019e7c693b1bb0fdfa9f2d87f77bc0beb0a835d00b3dd460f144da2b9df796a','3761d9caa4bc8c66fb59d3bd94c191cfa99b6d7f66b14357c1cec57ba04b6b34','0.1.0','coast-herald.txt','text','Coast Herald','text','Fourteen hurt as ferries collide off Velmouth','',28504505,28504506,'text',0,'en','text',NULL,'Fourteen hurt as ferries collide off Velmouth

Fourteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.

"The fog signal was not working," harbour master Tomas Reid said.

The collision happened at 8:15 a.m., witnesses said.');
INSERT INTO "revision" VALUES(3,2,2,1,0,1795441241,'8ba258618df704ae44fdfa6de71d649e3be301f0f1bc54158fc6badf1c19331e','0f54660221aea1437a4860c49db4368a182aa10b3bea5d7b7f00b19b043d0a68','0.1.0','coast-herald.txt','text','Coast Herald','text','Fourteen hurt as ferries collide off Velmouth','',28504505,28504506,'text',0,'en','text',NULL,'Fourteen hurt as ferries collide off Velmouth

Fifteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.

"The fog signal was not working," harbour master Tomas Reid said.

The collision happened at 8:15 a.m., witnesses said.');
CREATE TABLE side (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  camp INTEGER NOT NULL,
  highlights TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (finding, number),
  FOREIGN KEY (revision, claim) REFERENCES claim (revision, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "side" VALUES('2aeacb7ebdf58f5e',0,2,2,0,'0-8','Fourteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.');
INSERT INTO "side" VALUES('2aeacb7ebdf58f5e',1,3,2,0,'0-7','Fifteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.');
INSERT INTO "side" VALUES('4a68799a6a0be2cf',0,1,2,1,'0-4','Nine people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the port authority said.');
INSERT INTO "side" VALUES('4a68799a6a0be2cf',1,3,1,2,'0-8','Fourteen hurt as ferries collide off Velmouth');
INSERT INTO "side" VALUES('5cdb4389b10732b7',0,1,5,1,'26-35','The collision happened at 7:40 a.m., according to the coast guard.');
INSERT INTO "side" VALUES('5cdb4389b10732b7',1,3,4,2,'26-35','The collision happened at 8:15 a.m., witnesses said.');
INSERT INTO "side" VALUES('79cfb174f57480ad',0,1,4,0,'1-27','"The fog signal was working."');
INSERT INTO "side" VALUES('79cfb174f57480ad',1,3,3,0,'1-31','"The fog signal was not working," harbour master Tomas Reid said.');
INSERT INTO "side" VALUES('cde68be08708a72a',0,1,2,1,'0-4','Nine people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the port authority said.');
INSERT INTO "side" VALUES('cde68be08708a72a',1,3,2,2,'0-7','Fifteen people were injured when two ferries collided outside the harbour of Velmouth on Tuesday morning, the coast guard said.');
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "term" VALUES(1,'ferry');
INSERT INTO "term" VALUES(2,'CRASH');
INSERT INTO "term" VALUES(3,'velmouth');
INSERT INTO "term" VALUES(4,'INJURY');
INSERT INTO "term" VALUES(5,'FERRY');
INSERT INTO "term" VALUES(6,'PORT');
INSERT INTO "term" VALUES(7,'FOG');
INSERT INTO "term" VALUES(8,'INSPECT');
INSERT INTO "term" VALUES(9,'WARN');
INSERT INTO "term" VALUES(10,'SHIP');
INSERT INTO "term" VALUES(11,'LEAVE');
INSERT INTO "term" VALUES(12,'nine');
INSERT INTO "term" VALUES(13,'two');
INSERT INTO "term" VALUES(14,'peopl');
INSERT INTO "term" VALUES(15,'happen');
INSERT INTO "term" VALUES(16,'JOB');
INSERT INTO "term" VALUES(17,'fourteen');
INSERT INTO "term" VALUES(18,'fifteen');
CREATE UNIQUE INDEX revision_current ON revision (article) WHERE is_current = 1;
CREATE INDEX revision_unsettled ON revision (id) WHERE is_current = 1 AND is_settled = 0;
CREATE INDEX revision_text ON revision (text_hash);
CREATE INDEX posting_revision ON posting (revision);
CREATE INDEX side_claim ON side (revision, claim);
CREATE INDEX also_claim ON also (revision, claim);
CREATE INDEX missing_from_revision ON missing_from (revision);
COMMIT;
