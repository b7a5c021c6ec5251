-- Policies beside those that the service is built with: folded from review.policies, and from nothing else. Times are UTC.
CREATE TABLE policy (
  id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  document MEDIUMBLOB NOT NULL,
  effective_from DATE NOT NULL,
  proposed_by VARCHAR(255) NOT NULL,
  proposed_at DATETIME(3) NOT NULL,
  -- Null until another person confirms it.
  confirmed_by VARCHAR(255) NULL,
  confirmed_at DATETIME(3) NULL
);

CREATE TABLE policy_step (
  policy_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  -- PolicyProposed or PolicyActivated.
  type VARCHAR(64) NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(255) NOT NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (policy_id, sequence)
);
