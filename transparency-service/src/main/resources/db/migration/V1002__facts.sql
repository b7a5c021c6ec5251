-- What statistics need of each request, from open parts of events only. Folded in the ledger's order; a part whose event is not yet
-- in the ledger is null.

CREATE TABLE request_fact (
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  country VARCHAR(255) NULL,
  process VARCHAR(255) NULL,
  regime VARCHAR(255) NULL,
  offence_category VARCHAR(255) NULL,
  received_millis BIGINT NULL,
  decided_millis BIGINT NULL,
  collected_millis BIGINT NULL,
  withdrawn_millis BIGINT NULL,
  accounts_specified INT NOT NULL,
  accounts_disclosed INT NOT NULL,
  -- Derived from the rest and the items, so that reports need not.
  outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome_millis BIGINT NULL,
  KEY request_fact_received (received_millis)
);

CREATE TABLE request_item (
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Data types in alphabetical order, separated by commas.
  asked_types TEXT NULL,
  asked_from_millis BIGINT NULL,
  asked_to_millis BIGINT NULL,
  approved_types TEXT NULL,
  approved_from_millis BIGINT NULL,
  approved_to_millis BIGINT NULL,
  disclosed BOOLEAN NOT NULL,
  PRIMARY KEY (request_id, item_id)
);
