-- The tables of a report. Names are those of the JSON report; sentences and headlines are called "title", for that is
-- what Datasette shows in place of a key. Places ("start", "end") are byte offsets into the text as UTF-8.

CREATE TABLE report (
  format TEXT NOT NULL,
  engine TEXT NOT NULL,
  threshold REAL NOT NULL,
  structure TEXT NOT NULL -- JSON: groups and camps of outlets, and what does not fit them
);

CREATE TABLE outlets (
  name TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  outlet TEXT NOT NULL REFERENCES outlets(name),
  title TEXT,
  published TEXT, -- YYYY-MM-DD; a part of it where no more is known
  url TEXT,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  note TEXT,
  article_start INTEGER, -- where in the text the article is
  article_end INTEGER,
  text TEXT
);

CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  compatible INTEGER NOT NULL -- 1: its claims may hold together
);

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL, -- its place in the report, from 1
  question INTEGER REFERENCES questions(id),
  title TEXT NOT NULL, -- its one sentence
  verdict TEXT NOT NULL,
  origins INTEGER NOT NULL, -- independent origins that support it
  outlets INTEGER NOT NULL, -- outlets that support it
  note TEXT,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  dispute TEXT -- JSON: how its sides part in time, and whom they cite
);

CREATE TABLE claim_relations (
  claim TEXT NOT NULL REFERENCES claims(id),
  relation TEXT NOT NULL, -- rival, implies
  other TEXT NOT NULL REFERENCES claims(id),
  PRIMARY KEY (claim, relation, other)
) WITHOUT ROWID;

CREATE TABLE speakers (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  description TEXT
) WITHOUT ROWID;

CREATE TABLE speaker_names (
  speaker TEXT NOT NULL REFERENCES speakers(name),
  called TEXT NOT NULL, -- a name that sources give it
  PRIMARY KEY (speaker, called)
) WITHOUT ROWID;

CREATE TABLE speaker_sources (
  speaker TEXT NOT NULL REFERENCES speakers(name),
  source TEXT NOT NULL REFERENCES sources(id),
  PRIMARY KEY (speaker, source)
) WITHOUT ROWID;

-- A row for every claim and source, the silent ones too.
CREATE TABLE stances (
  claim TEXT NOT NULL REFERENCES claims(id),
  source TEXT NOT NULL REFERENCES sources(id),
  stance TEXT NOT NULL,
  score REAL NOT NULL,
  best INTEGER REFERENCES evidence(id), -- the best for the stance; where mixed, the best that supports
  counter INTEGER REFERENCES evidence(id), -- where mixed, the best that contradicts
  PRIMARY KEY (claim, source)
) WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL REFERENCES claims(id),
  source TEXT NOT NULL REFERENCES sources(id),
  number INTEGER NOT NULL, -- from 1, the best
  stance TEXT NOT NULL,
  score REAL NOT NULL,
  quote TEXT NOT NULL,
  line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  because TEXT NOT NULL,
  phrasing TEXT NOT NULL,
  attributed_to TEXT, -- as the source calls whose words it is, where not the outlet's own
  speaker TEXT REFERENCES speakers(name), -- the same, as the whole report does
  how TEXT, -- quoted, reported
  cue_start INTEGER, -- the words that attribute
  cue_end INTEGER,
  carried_from TEXT REFERENCES claims(id),
  UNIQUE (claim, source, number),
  FOREIGN KEY (claim, source) REFERENCES stances(claim, source)
);

CREATE TABLE compared_values (
  evidence INTEGER NOT NULL REFERENCES evidence(id),
  number INTEGER NOT NULL,
  claimed TEXT NOT NULL,
  reported TEXT,
  relation TEXT NOT NULL,
  PRIMARY KEY (evidence, number)
) WITHOUT ROWID;

CREATE TABLE rulings (
  claim TEXT NOT NULL REFERENCES claims(id),
  source TEXT NOT NULL REFERENCES sources(id),
  stance TEXT NOT NULL,
  because TEXT NOT NULL,
  ruled_by TEXT,
  ruled_on TEXT,
  quote TEXT, -- the words that were judged
  standing TEXT NOT NULL, -- agrees, differs, stale
  PRIMARY KEY (claim, source),
  FOREIGN KEY (claim, source) REFERENCES stances(claim, source)
) WITHOUT ROWID;

CREATE TABLE origins (
  id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL REFERENCES claims(id),
  side TEXT NOT NULL,
  number INTEGER NOT NULL, -- on its side of the claim, from 1
  because TEXT NOT NULL, -- what makes it one origin, for a person to read
  UNIQUE (claim, side, number)
);

CREATE TABLE origin_outlets (
  origin INTEGER NOT NULL REFERENCES origins(id),
  outlet TEXT NOT NULL REFERENCES outlets(name),
  PRIMARY KEY (origin, outlet)
) WITHOUT ROWID;

CREATE TABLE origin_sources (
  origin INTEGER NOT NULL REFERENCES origins(id),
  source TEXT NOT NULL REFERENCES sources(id),
  PRIMARY KEY (origin, source)
) WITHOUT ROWID;

CREATE TABLE origin_ties (
  origin INTEGER NOT NULL REFERENCES origins(id),
  tie TEXT NOT NULL, -- same-outlet, same-words, copied-text, same-speaker, same-credit
  PRIMARY KEY (origin, tie)
) WITHOUT ROWID;

CREATE TABLE origin_speakers (
  origin INTEGER NOT NULL REFERENCES origins(id),
  speaker TEXT NOT NULL REFERENCES speakers(name),
  PRIMARY KEY (origin, speaker)
) WITHOUT ROWID;

CREATE TABLE origin_credits (
  origin INTEGER NOT NULL REFERENCES origins(id),
  credit TEXT NOT NULL,
  PRIMARY KEY (origin, credit)
) WITHOUT ROWID;

CREATE TABLE reuse (
  id INTEGER PRIMARY KEY,
  a TEXT NOT NULL REFERENCES sources(id),
  b TEXT NOT NULL REFERENCES sources(id),
  how TEXT NOT NULL, -- copy, rewrite, passages, quotations
  words INTEGER NOT NULL,
  of_a REAL NOT NULL,
  of_b REAL NOT NULL,
  resemblance REAL NOT NULL,
  credit TEXT
);

CREATE TABLE reuse_passages (
  reuse INTEGER NOT NULL REFERENCES reuse(id),
  number INTEGER NOT NULL,
  a_start INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  b_start INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  words INTEGER NOT NULL,
  quoted INTEGER NOT NULL,
  a_text TEXT,
  b_text TEXT,
  PRIMARY KEY (reuse, number)
) WITHOUT ROWID;

-- How two outlets stand to each other, a row for each claim. An outlet that contradicts itself is both.
CREATE TABLE outlet_edges (
  id INTEGER PRIMARY KEY,
  a TEXT NOT NULL REFERENCES outlets(name),
  b TEXT NOT NULL REFERENCES outlets(name),
  kind TEXT NOT NULL, -- agree, contradict
  claim TEXT NOT NULL REFERENCES claims(id),
  independent INTEGER, -- agree: 1 where the two are of different origins
  supports TEXT REFERENCES sources(id), -- contradict: the source that supports the claim, and its words
  supports_quote TEXT,
  supports_line INTEGER,
  contradicts TEXT REFERENCES sources(id), -- and the one that contradicts it
  contradicts_quote TEXT,
  contradicts_line INTEGER
);

CREATE TABLE unlisted_answers (
  id INTEGER PRIMARY KEY,
  question INTEGER REFERENCES questions(id),
  source TEXT NOT NULL REFERENCES sources(id),
  answer TEXT NOT NULL,
  quote TEXT NOT NULL,
  line INTEGER NOT NULL
);

-- Quote against quote, a row for each claim and pair of outlets.
CREATE VIEW disputes AS
SELECT e.claim, c.title AS claim_text, c.verdict,
  s.outlet AS supporting_outlet, e.supports AS supporting_source, s.published AS supporting_published,
  e.supports_quote AS supporting_quote, e.supports_line AS supporting_line,
  o.outlet AS contradicting_outlet, e.contradicts AS contradicting_source,
  o.published AS contradicting_published, e.contradicts_quote AS contradicting_quote,
  e.contradicts_line AS contradicting_line
FROM outlet_edges e
JOIN claims c ON c.id = e.claim
JOIN sources s ON s.id = e.supports
JOIN sources o ON o.id = e.contradicts
WHERE e.kind = 'contradict'
ORDER BY c.number, e.id;

-- How many sources say what of each claim.
CREATE VIEW verdicts AS
SELECT c.id AS claim, c.title AS claim_text, c.verdict, c.origins, c.outlets,
  sum(t.stance = 'supports') AS supports, sum(t.stance = 'contradicts') AS contradicts,
  sum(t.stance = 'mixed') AS mixed, sum(t.stance = 'unclear') AS unclear, sum(t.stance = 'silent') AS silent
FROM claims c
LEFT JOIN stances t ON t.claim = c.id
GROUP BY c.id
ORDER BY c.number;

-- How often two outlets agree, independently of each other, and how often they contradict each other.
CREATE VIEW outlet_pairs AS
SELECT a, b, sum(kind = 'agree') AS agree, sum(kind = 'agree' AND independent) AS independent,
  sum(kind = 'contradict') AS contradict
FROM outlet_edges
GROUP BY a, b
ORDER BY a, b;

-- What sources say that settles a claim, question by question in order of publication.
CREATE VIEW accounts AS
SELECT q.id AS question, q.title AS question_text, s.published, s.outlet, t.source, t.stance, t.claim,
  c.title AS claim_text, e.quote
FROM stances t
JOIN claims c ON c.id = t.claim
JOIN questions q ON q.id = c.question
JOIN sources s ON s.id = t.source
LEFT JOIN evidence e ON e.id = t.best
WHERE t.stance IN ('supports', 'contradicts', 'mixed')
ORDER BY q.id, s.published IS NULL, s.published, t.source, c.number;

-- The flat table: the rows and columns of the report as CSV.
CREATE VIEW stance_rows AS
SELECT t.claim, q.title AS question, c.title AS claim_text, c.verdict, t.source, s.outlet, s.published, s.file,
  t.stance, t.score, e.quote, e.line, e.start, e."end", e.because, e.attributed_to,
  o.quote AS counter_quote, o.line AS counter_line, r.stance AS ruling, r.because AS ruling_because,
  r.ruled_by AS ruling_by, r.standing AS ruling_standing
FROM claims c
JOIN stances t ON t.claim = c.id
JOIN sources s ON s.id = t.source
LEFT JOIN questions q ON q.id = c.question
LEFT JOIN evidence e ON e.id = t.best
LEFT JOIN evidence o ON o.id = t.counter
LEFT JOIN rulings r ON r.claim = t.claim AND r.source = t.source
ORDER BY c.number, t.source;
