-- Safeguards by country: folded from review.jurisdictions, and from nothing else. Times are UTC.
CREATE TABLE jurisdiction (
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  -- The steps that say what counts and what is proposed; null if there is none.
  confirmed BIGINT NULL,
  proposed BIGINT NULL,
  proposed_by VARCHAR(255) NULL
);

CREATE TABLE jurisdiction_step (
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  -- Counts what was confirmed; 0 of a proposal.
  edition INT NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(255) NOT NULL,
  escalation BOOLEAN NOT NULL,
  -- With spaces between them.
  refused_offences VARCHAR(1000) NOT NULL,
  without_dual_criminality VARCHAR(1000) NOT NULL,
  most_period_days INT NULL,
  most_items INT NULL,
  refused BOOLEAN NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  PRIMARY KEY (country, sequence)
);
