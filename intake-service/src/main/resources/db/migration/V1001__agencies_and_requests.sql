-- A fold over intake.agencies.
CREATE TABLE agency (
  id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate BLOB NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL
);

-- A fold over intake.requests, like the two tables after it. What is about persons stays in `sealed`, as it came.
CREATE TABLE request (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  process VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  regime VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(3) NOT NULL,
  due_at DATETIME(3) NOT NULL,
  deadline_rule VARCHAR(200) NOT NULL,
  sealed MEDIUMBLOB NULL,
  sealed_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  delivery_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  delivery_size BIGINT NULL,
  delivery_expires_at DATETIME(3) NULL,
  version BIGINT NOT NULL,
  -- One request per key, also when two submissions race.
  UNIQUE KEY request_once (agency, idempotency_key_hash),
  KEY request_newest (agency, received_at, id)
);

CREATE TABLE request_item (
  item_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  identifier_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  data_types VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period_from DATETIME(3) NULL,
  period_to DATETIME(3) NULL,
  decision VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  disclosure VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  granted_data_types VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ground VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  UNIQUE KEY request_item_place (request_id, position)
);

CREATE TABLE request_history (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (request_id, sequence)
);
