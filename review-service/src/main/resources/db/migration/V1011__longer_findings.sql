-- A finding about many items says how many before the rule's own sentence.
ALTER TABLE case_finding MODIFY sentence VARCHAR(1100) NOT NULL;
