-- The status, held or not (CaseStatus), follows from the columns beside it, as in Standing.status: an instance of a version that does not
-- know the column changes cases, too, while one after the other is replaced.
ALTER TABLE legal_case
  DROP KEY legal_case_queue,
  DROP KEY legal_case_phase,
  DROP KEY legal_case_country,
  DROP KEY legal_case_due_soon,
  DROP KEY legal_case_named,
  DROP COLUMN phase,
  -- What follows from the width of a CHAR is refused, since that depends on a session's settings; hence RTRIM.
  ADD COLUMN phase VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (CASE
    WHEN withdrawn THEN 'WITHDRAWN'
    WHEN decided THEN 'DECIDED'
    WHEN proposed_by IS NOT NULL THEN 'AWAITING_SECOND_PERSON'
    WHEN RTRIM(question) IS NOT NULL THEN 'CLARIFICATION_REQUESTED'
    ELSE 'OPEN'
  END) STORED,
  ADD KEY legal_case_queue (waits, due_at, id, phase, due_soon_from, urgent_from, lease_until, escalated, agency),
  ADD KEY legal_case_phase (phase, due_at, id, due_soon_from, urgent_from, lease_until, escalated, country, agency),
  ADD KEY legal_case_country (waits, country, due_at, id, phase, due_soon_from, urgent_from, lease_until, escalated, agency),
  ADD KEY legal_case_due_soon (waits, due_soon_from, due_at, id, phase, urgent_from, agency),
  ADD KEY legal_case_named (waits, agency_name, agency, due_at, id, phase, due_soon_from, urgent_from, lease_until, country);
