-- Second reviews: what follows from the topic review.quality. Written by QualityFold alone; times are UTC.

CREATE TABLE second_review (
  -- The event of the decision.
  decision CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_at DATETIME(3) NOT NULL,
  decided_by VARCHAR(255) NOT NULL,
  confirmed_by VARCHAR(255) NULL,
  first_outcome VARCHAR(32) NOT NULL,
  agency VARCHAR(255) NOT NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process VARCHAR(64) NOT NULL,
  state VARCHAR(32) NOT NULL,
  -- Who holds it, or gave the second decision.
  reviewer VARCHAR(255) NULL,
  lease_until DATETIME(3) NULL,
  second_outcome VARCHAR(32) NULL,
  given_at DATETIME(3) NULL,
  agrees BOOLEAN NULL,
  -- ReviewReasons of the second person, and the event that it was sealed for.
  given_sealed LONGBLOB NULL,
  given_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  judgement VARCHAR(32) NULL,
  settled_by VARCHAR(255) NULL,
  settled_at DATETIME(3) NULL,
  KEY second_review_waiting (state, decided_at, decision),
  KEY second_review_given (state, given_at, decision),
  KEY second_review_case (case_id),
  KEY second_review_decided (decided_at)
);

-- The items about which both disagree.
CREATE TABLE second_review_item (
  decision CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved BOOLEAN NOT NULL,
  ground VARCHAR(100) NULL,
  PRIMARY KEY (decision, item_id)
);
