-- Cases: what follows from the topic review.cases. Written by CaseFold alone; times are UTC.

CREATE TABLE legal_case (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  -- Version after the last event that was more than a reading.
  changed_version BIGINT NOT NULL,
  agency VARCHAR(255) NOT NULL,
  agency_name VARCHAR(1000) NOT NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process VARCHAR(64) NOT NULL,
  regime VARCHAR(64) NOT NULL,
  issuing_authority_type VARCHAR(64) NOT NULL,
  issuing_authority_country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_on DATE NOT NULL,
  valid_until DATE NULL,
  offence_category VARCHAR(64) NOT NULL,
  suspect_confirmed BOOLEAN NOT NULL,
  received_at DATETIME(3) NOT NULL,
  due_at DATETIME(3) NOT NULL,
  -- From when on the case counts as due soon and as urgent (Urgency).
  due_soon_from DATETIME(3) NOT NULL,
  urgent_from DATETIME(3) NOT NULL,
  notice_delay_until DATE NULL,
  policy_id VARCHAR(255) NOT NULL,
  policy_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_count INT NOT NULL,
  blocking_findings INT NOT NULL,
  notes INT NOT NULL,
  recipient_certificate MEDIUMBLOB NOT NULL,
  -- CaseDetails, and the event that it was sealed for.
  sealed MEDIUMBLOB NULL,
  sealed_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder VARCHAR(255) NULL,
  lease_until DATETIME(3) NULL,
  decided BOOLEAN NOT NULL,
  outcome VARCHAR(32) NULL,
  decided_by VARCHAR(255) NULL,
  decided_at DATETIME(3) NULL,
  decision_policy_id VARCHAR(255) NULL,
  decision_policy_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- DecisionDetails, and the event that it was sealed for.
  decision_sealed MEDIUMBLOB NULL,
  decision_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- The queue by due time; a claimer walks it from the front.
  KEY legal_case_queue (decided, due_at, id)
);

CREATE TABLE case_item (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Place in the request, from 0.
  position INT NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  identifier_type VARCHAR(64) NOT NULL,
  data_types VARCHAR(1000) NOT NULL,
  period_from DATETIME(3) NULL,
  period_to DATETIME(3) NULL,
  outcome VARCHAR(32) NULL,
  approved_data_types VARCHAR(1000) NULL,
  approved_from DATETIME(3) NULL,
  approved_to DATETIME(3) NULL,
  ground VARCHAR(100) NULL,
  PRIMARY KEY (case_id, position)
);

CREATE TABLE case_finding (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Place in the analysis, from 0.
  position INT NOT NULL,
  rule VARCHAR(100) NOT NULL,
  severity VARCHAR(32) NOT NULL,
  ground VARCHAR(100) NULL,
  citation VARCHAR(1000) NOT NULL,
  sentence VARCHAR(1000) NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (case_id, position)
);

CREATE TABLE case_timeline (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(255) NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(255) NOT NULL,
  cause CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (case_id, sequence)
);
