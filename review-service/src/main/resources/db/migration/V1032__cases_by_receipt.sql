-- What was decided in a period, for back-tests.
ALTER TABLE legal_case ADD KEY legal_case_received (received_at, id);
