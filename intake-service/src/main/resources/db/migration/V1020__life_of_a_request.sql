-- What a request goes through beside its status, all of it from intake.requests. Requests of before have what the fields' defaults say.
ALTER TABLE request
  ADD COLUMN channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'API',
  ADD COLUMN item_count INT NOT NULL DEFAULT 0,
  ADD COLUMN order_fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN duplicate_of CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN objection_until DATETIME(3) NULL,
  ADD COLUMN clarification_stops_clock BOOLEAN NOT NULL DEFAULT FALSE,
  -- The question that waits for an answer: ce_id of review's event.
  ADD COLUMN question CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN clock_stopped_at DATETIME(3) NULL,
  ADD COLUMN preserved_until DATETIME(3) NULL,
  ADD COLUMN extensions INT NOT NULL DEFAULT 0,
  ADD COLUMN extension_rule VARCHAR(200) NULL,
  -- ce_id of the suspension that froze it; null: it is not frozen.
  ADD COLUMN frozen_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Both fingerprints are of the agency's id too.
  ADD KEY request_key (idempotency_key_hash),
  ADD KEY request_order (order_fingerprint, status, id),
  ADD KEY request_frozen (frozen_by);

UPDATE request SET item_count = (SELECT COUNT(*) FROM request_item WHERE request_id = request.id);

-- What the agency and the reviewers said to each other; a fold as well. The words stay sealed.
CREATE TABLE request_message (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  -- What was asked or is answered: ce_id of review's event.
  question CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- The deadline that an answer led to.
  due_at DATETIME(3) NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed MEDIUMBLOB NULL,
  PRIMARY KEY (request_id, sequence)
);
