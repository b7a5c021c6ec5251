-- Who is signed in to the pages: the machinery's own, not a fold. The cookie holds what the key of `sealed` is made of; this table alone
-- opens nothing.
CREATE TABLE page_session (
  id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  sealed MEDIUMBLOB NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY page_session_expiry (expires_at)
);

-- What the queue's page is cut down to, and counts.
ALTER TABLE legal_case
  ADD KEY legal_case_due_soon (waits, due_soon_from),
  ADD KEY legal_case_country (waits, country, due_at, id),
  ADD KEY legal_case_holder (holder),
  ADD KEY legal_case_proposed (proposed_by),
  ADD KEY legal_case_question (question);
