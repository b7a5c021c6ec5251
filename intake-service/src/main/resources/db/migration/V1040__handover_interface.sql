-- Folds over intake.handovers. Messages that were answered action by action: the same bytes again get the same answer.
CREATE TABLE handover_message (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  transaction_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (agency, transaction_id)
);

CREATE TABLE handover_outcome (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  transaction_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT NOT NULL,
  action INT NOT NULL,
  verb VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  error_code INT NOT NULL,
  fault TEXT NOT NULL,
  PRIMARY KEY (agency, transaction_id, place)
);

-- Objects as their owners wrote them; what is about persons stays in `sealed`, as it came.
CREATE TABLE handover_object (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  generation BIGINT NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  sealed MEDIUMBLOB NULL,
  sealed_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (agency, object_id),
  KEY handover_object_request (agency, request_id)
);
