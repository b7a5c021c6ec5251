-- What a finding rests on: a JSON array of pairs of a fact's name and its value. Findings of before tell none.
ALTER TABLE case_finding ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
