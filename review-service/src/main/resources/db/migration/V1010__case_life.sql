-- What a case is told after it was opened: questions and answers, documents, call-backs, a second person, freezing and withdrawal.
-- Written by CaseFold alone; times are UTC. The defaults are those of the events' fields, so that older events give the same rows.

ALTER TABLE legal_case
  ADD COLUMN channel VARCHAR(32) NOT NULL DEFAULT 'API',
  ADD COLUMN duplicate_of CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- On file about the agency (E.164); empty if none is.
  ADD COLUMN call_back_phone VARCHAR(32) NOT NULL DEFAULT '',
  ADD COLUMN clarification_stops_clock BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN objection_until DATETIME(3) NULL,
  -- CaseEmergency: all of these or none; order_due_at tells which.
  ADD COLUMN account_age_days INT NULL,
  ADD COLUMN domain_on_file BOOLEAN NULL,
  ADD COLUMN domain_age_days INT NULL,
  ADD COLUMN first_of_sender BOOLEAN NULL,
  ADD COLUMN emergencies_in_day INT NULL,
  ADD COLUMN emergencies_in_month INT NULL,
  ADD COLUMN identifiers_asked_by_others INT NULL,
  ADD COLUMN in_office_hours BOOLEAN NULL,
  ADD COLUMN order_due_at DATETIME(3) NULL,
  ADD COLUMN second_person_findings INT NOT NULL DEFAULT 0,
  -- Neither decided nor withdrawn.
  ADD COLUMN waits BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
  -- The suspension that froze it.
  ADD COLUMN suspension CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- The question that the agency has not answered yet, and since when the deadline waits for the answer.
  ADD COLUMN question CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN clock_stopped_at DATETIME(3) NULL,
  -- What the last call-back came to that reached somebody: CONFIRMED or DENIED.
  ADD COLUMN call_back VARCHAR(32) NULL,
  ADD COLUMN order_overdue BOOLEAN NOT NULL DEFAULT FALSE,
  -- The decision that waits for a second person; its items are in case_item.
  ADD COLUMN proposed_by VARCHAR(255) NULL,
  ADD COLUMN proposed_at DATETIME(3) NULL,
  ADD COLUMN proposed_outcome VARCHAR(32) NULL,
  ADD COLUMN proposed_policy_id VARCHAR(255) NULL,
  ADD COLUMN proposed_policy_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN proposal_sealed MEDIUMBLOB NULL,
  ADD COLUMN proposal_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN confirmed_by VARCHAR(255) NULL;

UPDATE legal_case SET waits = NOT decided;

ALTER TABLE legal_case
  DROP KEY legal_case_queue,
  ADD KEY legal_case_queue (waits, due_at, id),
  ADD KEY legal_case_decided (decided, due_at, id),
  ADD KEY legal_case_overdue (order_overdue, due_at, id);

CREATE TABLE case_document (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  document_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Version of the case after it was added.
  sequence BIGINT NOT NULL,
  kind VARCHAR(64) NOT NULL,
  media_type VARCHAR(255) NOT NULL,
  size BIGINT NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scan VARCHAR(32) NOT NULL,
  added_at DATETIME(3) NOT NULL,
  -- CaseDocumentDetails, and the event that it was sealed for.
  sealed MEDIUMBLOB NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (case_id, document_id)
);

CREATE TABLE case_message (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Version of the case after it was said.
  sequence BIGINT NOT NULL,
  -- Full name of the event's record.
  type VARCHAR(255) NOT NULL,
  at DATETIME(3) NOT NULL,
  -- Opaque id of the reviewer who said it; null if the agency did.
  said_by VARCHAR(255) NULL,
  -- CaseMessageDetails, and the event that it was sealed for.
  sealed MEDIUMBLOB NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (case_id, sequence)
);

CREATE TABLE case_call (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Version of the case after the call.
  sequence BIGINT NOT NULL,
  at DATETIME(3) NOT NULL,
  called_by VARCHAR(255) NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  number VARCHAR(32) NOT NULL,
  -- CallBackDetails, and the event that it was sealed for.
  sealed MEDIUMBLOB NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (case_id, sequence)
);
