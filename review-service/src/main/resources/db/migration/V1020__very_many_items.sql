-- Cases of tens of thousands of items. Written by CaseFold alone; times are UTC.

-- What was decided, or is proposed, about the items of a case: rows that are added together, where changing them one by one takes long.
CREATE TABLE case_item_decision (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The item's, in case_item.
  position INT NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  data_types VARCHAR(1000) NOT NULL,
  period_from DATETIME(3) NULL,
  period_to DATETIME(3) NULL,
  ground VARCHAR(100) NULL,
  PRIMARY KEY (case_id, position)
);

INSERT INTO case_item_decision (case_id, position, outcome, data_types, period_from, period_to, ground)
  SELECT case_id, position, outcome, COALESCE(approved_data_types, ''), approved_from, approved_to, ground FROM case_item
  WHERE outcome IS NOT NULL;

ALTER TABLE case_item
  DROP COLUMN outcome,
  DROP COLUMN approved_data_types,
  DROP COLUMN approved_from,
  DROP COLUMN approved_to,
  DROP COLUMN ground;

-- What the policy found about the items of a page.
ALTER TABLE case_finding ADD KEY case_finding_item (case_id, item_id);

-- The reasons for very many items may be longer than 16 MiB altogether; the event that they come with may be 32.
ALTER TABLE legal_case
  MODIFY decision_sealed LONGBLOB NULL,
  MODIFY proposal_sealed LONGBLOB NULL;
