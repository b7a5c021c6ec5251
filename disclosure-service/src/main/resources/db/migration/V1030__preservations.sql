-- Preservations: folded from disclosure.deliveries, and from nothing else.
CREATE TABLE preservation (
  preservation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  country CHAR(2) NOT NULL,
  regime VARCHAR(32) NOT NULL,
  decision CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  policy VARCHAR(255) NOT NULL,
  sealed MEDIUMBLOB NULL,
  opened_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The suspension of the agency that froze it; null if it is not frozen.
  suspension CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Of the encrypted copy.
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  size BIGINT NULL,
  preserved_at DATETIME(3) NULL,
  preserved_until DATETIME(3) NULL,
  rule VARCHAR(255) NULL,
  extensions INT NOT NULL,
  closed_at DATETIME(3) NULL,
  UNIQUE KEY preservation_request (request_id),
  KEY preservation_status (status, preserved_until)
) CHARACTER SET utf8mb4;

CREATE TABLE preservation_item (
  preservation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  item_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  identifier_type VARCHAR(32) NOT NULL,
  data_types VARCHAR(255) NOT NULL,
  period_from DATETIME(3) NOT NULL,
  period_to DATETIME(3) NOT NULL,
  PRIMARY KEY (preservation_id, position)
) CHARACTER SET utf8mb4;

-- Copies by the SHA-256 of their bytes, encrypted with the case key, in pieces of 1 MiB. No fold: the digest is in the log.
CREATE TABLE preserved_content (
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  piece INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (sha256, piece)
);
