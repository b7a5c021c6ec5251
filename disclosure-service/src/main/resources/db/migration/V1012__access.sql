-- Who may act for agencies: folded from disclosure.access, and from nothing else.
CREATE TABLE agency_access (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  -- SUSPENDED or CLOSED; null if it may act.
  stop VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- The OIDC clients that count, and those that wait for a second operator.
  clients TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposal CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  proposed_clients TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL
);

CREATE TABLE barred_account (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  barred_at DATETIME(3) NOT NULL,
  PRIMARY KEY (agency, account)
);

-- Agencies whose ids differ in case only are different ones.
ALTER TABLE delivery MODIFY agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
