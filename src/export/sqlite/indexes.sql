-- What is made once the rows are in: it is faster so, and the pages are full.

CREATE INDEX sources_outlet ON sources(outlet);
CREATE INDEX sources_published ON sources(published);
CREATE INDEX claims_question ON claims(question);
CREATE INDEX claims_verdict ON claims(verdict);
CREATE INDEX claim_relations_other ON claim_relations(other);
CREATE INDEX speaker_sources_source ON speaker_sources(source);
CREATE INDEX stances_source ON stances(source);
CREATE INDEX stances_stance ON stances(stance);
CREATE INDEX stances_best ON stances(best);
CREATE INDEX stances_counter ON stances(counter);
CREATE INDEX evidence_source ON evidence(source);
CREATE INDEX evidence_stance ON evidence(stance);
CREATE INDEX evidence_speaker ON evidence(speaker);
CREATE INDEX evidence_carried_from ON evidence(carried_from);
CREATE INDEX rulings_source ON rulings(source);
CREATE INDEX rulings_standing ON rulings(standing);
CREATE INDEX origin_outlets_outlet ON origin_outlets(outlet);
CREATE INDEX origin_sources_source ON origin_sources(source);
CREATE INDEX origin_speakers_speaker ON origin_speakers(speaker);
CREATE INDEX reuse_a ON reuse(a);
CREATE INDEX reuse_b ON reuse(b);
CREATE INDEX outlet_edges_a ON outlet_edges(a, b);
CREATE INDEX outlet_edges_b ON outlet_edges(b);
CREATE INDEX outlet_edges_kind ON outlet_edges(kind);
CREATE INDEX outlet_edges_claim ON outlet_edges(claim);
CREATE INDEX outlet_edges_supports ON outlet_edges(supports);
CREATE INDEX outlet_edges_contradicts ON outlet_edges(contradicts);
CREATE INDEX unlisted_answers_question ON unlisted_answers(question);
CREATE INDEX unlisted_answers_source ON unlisted_answers(source);

-- Full text: the words stay in their table. Datasette finds it by "content" and shows a search box.
CREATE VIRTUAL TABLE evidence_fts USING fts5(quote, because, content="evidence", content_rowid="id");
INSERT INTO evidence_fts(evidence_fts) VALUES ('rebuild');
