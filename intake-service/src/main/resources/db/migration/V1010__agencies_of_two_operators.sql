-- A fold over intake.agencies, all tables of this file. The table of before knew neither proposals nor states; its rows follow from the
-- topic and come back with `deploy/writ rebuild intake --swap`, or by registering the agencies again.
DROP TABLE agency;

CREATE TABLE agency (
  id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The registration that counts, and the one that waits for a second operator.
  registration CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  pending CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Fingerprint of the certificate that came last.
  certificate CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  suspension CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  suspended_at DATETIME(3) NULL,
  reinstatement_by VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  webhook_url VARCHAR(2000) NULL,
  webhook_secret_version INT NULL,
  changed_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL
);

-- What operators put on file, by the id of its event.
CREATE TABLE agency_registration (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate BLOB NOT NULL,
  jurisdiction VARCHAR(500) NOT NULL,
  domains TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  endpoint_country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  endpoint_identifier VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  clients TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  call_back_phone VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  office_zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  office_days VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  office_opening CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  office_closing CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  proposed_by VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_at DATETIME(3) NOT NULL,
  KEY agency_registration_of (agency)
);

CREATE TABLE agency_certificate (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate BLOB NOT NULL,
  valid_from DATETIME(3) NOT NULL,
  valid_until DATETIME(3) NOT NULL,
  since DATETIME(3) NOT NULL,
  -- Of the event that brought it last: the greatest is the newest.
  sequence BIGINT NOT NULL,
  PRIMARY KEY (agency, fingerprint)
);

-- What an agency that counts is known by: mail domains, OIDC clients, HI-1 endpoint.
CREATE TABLE agency_alias (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  alias VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(3) NOT NULL,
  -- The alias again where only one agency may have it, else null.
  sole VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (agency, kind, alias),
  UNIQUE KEY agency_alias_of_one (kind, sole)
);

CREATE TABLE agency_officer (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_seen_at DATETIME(3) NULL,
  blocked_at DATETIME(3) NULL,
  PRIMARY KEY (agency, account)
);

CREATE TABLE agency_history (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  step VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (agency, sequence)
);
