-- The queue of a hundred thousand cases. Written by CaseFold alone; times are UTC.
ALTER TABLE legal_case
  -- An index cannot hold longer ones; intake's are 200 characters long at most.
  MODIFY COLUMN agency_name VARCHAR(255) NOT NULL,
  -- Its status, held or not (CaseStatus): OPEN also while somebody holds it, because a claim lapses by itself.
  ADD COLUMN phase VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPEN';

UPDATE legal_case SET phase = CASE
    WHEN withdrawn THEN 'WITHDRAWN'
    WHEN decided THEN 'DECIDED'
    WHEN proposed_by IS NOT NULL THEN 'AWAITING_SECOND_PERSON'
    WHEN question IS NOT NULL THEN 'CLARIFICATION_REQUESTED'
    ELSE 'OPEN'
  END;

-- Whatever the queue is cut down to stands in the index that gives its order, so that no row is fetched to be left out: behind the order,
-- what conditions look at.
ALTER TABLE legal_case
  DROP KEY legal_case_queue,
  DROP KEY legal_case_decided,
  DROP KEY legal_case_country,
  DROP KEY legal_case_due_soon,
  DROP KEY legal_case_holder,
  DROP KEY legal_case_proposed,
  DROP KEY legal_case_question,
  ADD KEY legal_case_queue (waits, due_at, id, phase, due_soon_from, urgent_from, lease_until, escalated, agency),
  ADD KEY legal_case_phase (phase, due_at, id, due_soon_from, urgent_from, lease_until, escalated, country, agency),
  ADD KEY legal_case_country (waits, country, due_at, id, phase, due_soon_from, urgent_from, lease_until, escalated, agency),
  ADD KEY legal_case_due_soon (waits, due_soon_from, due_at, id, phase, urgent_from, agency),
  ADD KEY legal_case_holder (holder, waits, lease_until, due_at, id, agency),
  -- The names of the agencies whose cases wait, and these cases.
  ADD KEY legal_case_named (waits, agency_name, agency, due_at, id, phase, due_soon_from, urgent_from, lease_until, country),
  -- What was decided of an agency's requests.
  ADD KEY legal_case_agency (agency, decided_at);
