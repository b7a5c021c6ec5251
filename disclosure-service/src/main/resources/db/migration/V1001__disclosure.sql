-- The account directory: the platform's data, taken in from platform.account-activity. No fold. Times are milliseconds since 1970, UTC.

-- Accounts with what is current about them, which stays however old it is.
CREATE TABLE account (
  account_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  registered_at BIGINT NULL,
  deleted_at BIGINT NULL,
  phone_number VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  phone_number_since BIGINT NULL,
  username VARCHAR(64) COLLATE utf8mb4_bin NULL,
  username_since BIGINT NULL,
  KEY account_phone_number (phone_number),
  KEY account_username (username),
  KEY account_deleted (deleted_at)
) CHARACTER SET utf8mb4;

-- What an account had before, by the month in which it was superseded (until_at). Partitions are made and dropped by the service;
-- p_none is there because a table needs one, and is always empty.
CREATE TABLE phone_number_history (
  account_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  since_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  value VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (account_id, since_at, until_at),
  KEY phone_number_history_value (value, until_at)
) CHARACTER SET utf8mb4
  PARTITION BY RANGE (until_at) (PARTITION p_none VALUES LESS THAN (0));

CREATE TABLE username_history (
  account_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  since_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  value VARCHAR(64) COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (account_id, since_at, until_at),
  KEY username_history_value (value, until_at)
) CHARACTER SET utf8mb4
  PARTITION BY RANGE (until_at) (PARTITION p_none VALUES LESS THAN (0));

-- Logins, by month.
CREATE TABLE login (
  account_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  at BIGINT NOT NULL,
  ip_address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  port INT NOT NULL,
  device VARCHAR(200) NOT NULL,
  app_version VARCHAR(100) NOT NULL,
  PRIMARY KEY (account_id, at, ip_address, port),
  KEY login_ip_address (ip_address, at)
) CHARACTER SET utf8mb4
  PARTITION BY RANGE (at) (PARTITION p_none VALUES LESS THAN (0));

-- Deliveries: folded from disclosure.deliveries, and from nothing else.
CREATE TABLE delivery (
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  agency VARCHAR(64) NOT NULL,
  agency_name VARCHAR(255) NOT NULL,
  country CHAR(2) NOT NULL,
  process VARCHAR(32) NOT NULL,
  regime VARCHAR(32) NOT NULL,
  decision CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  policy VARCHAR(255) NOT NULL,
  recipient_certificate BLOB NOT NULL,
  sealed MEDIUMBLOB NULL,
  opened_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  size BIGINT NULL,
  manifest_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  prepared_at DATETIME(3) NULL,
  expires_at DATETIME(3) NULL,
  accounts_disclosed INT NULL,
  fetches INT NOT NULL,
  last_fetched_at DATETIME(3) NULL,
  closed_at DATETIME(3) NULL,
  UNIQUE KEY delivery_request (request_id),
  KEY delivery_agency (agency, delivery_id),
  KEY delivery_status (status, delivery_id)
) CHARACTER SET utf8mb4;

CREATE TABLE delivery_item (
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  identifier_type VARCHAR(32) NOT NULL,
  data_types VARCHAR(255) NOT NULL,
  period_from DATETIME(3) NOT NULL,
  period_to DATETIME(3) NOT NULL,
  outcome VARCHAR(16) NULL,
  disclosed_data_types VARCHAR(255) NULL,
  records BIGINT NULL,
  reason VARCHAR(32) NULL,
  PRIMARY KEY (delivery_id, position)
) CHARACTER SET utf8mb4;

-- Encrypted packages by the SHA-256 of their bytes, in pieces of 1 MiB. No fold: the digest is in the log.
CREATE TABLE package_content (
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  piece INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (sha256, piece)
);
