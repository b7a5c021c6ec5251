-- How urgent a case is whose clock stands still goes by when it was stopped: the queue looks at that, too, in the index that gives its order
-- (V1080).
ALTER TABLE legal_case
  DROP KEY legal_case_queue,
  DROP KEY legal_case_phase,
  DROP KEY legal_case_country,
  DROP KEY legal_case_due_soon,
  DROP KEY legal_case_named,
  ADD KEY legal_case_queue
    (waits, due_at, id, phase, due_soon_from, urgent_from, clock_stopped_at, lease_until, escalated, agency),
  ADD KEY legal_case_phase
    (phase, due_at, id, due_soon_from, urgent_from, clock_stopped_at, lease_until, escalated, country, agency),
  ADD KEY legal_case_country
    (waits, country, due_at, id, phase, due_soon_from, urgent_from, clock_stopped_at, lease_until, escalated, agency),
  ADD KEY legal_case_due_soon (waits, due_soon_from, due_at, id, phase, urgent_from, clock_stopped_at, agency),
  ADD KEY legal_case_named
    (waits, agency_name, agency, due_at, id, phase, due_soon_from, urgent_from, clock_stopped_at, lease_until, country);
