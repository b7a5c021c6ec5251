-- A fold over intake.requests, like the table after it: what is known about emergencies, for those that come later.
CREATE TABLE emergency (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sender_fingerprint VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(3) NOT NULL,
  order_due_at DATETIME(3) NOT NULL,
  -- Refused or withdrawn: no order has to follow.
  ended BOOLEAN NOT NULL,
  overdue BOOLEAN NOT NULL,
  KEY emergency_of_agency (agency, received_at),
  KEY emergency_of_sender (agency, sender_fingerprint, received_at),
  KEY emergency_due (overdue, ended, order_due_at)
);

-- The orders that followed; one that turns out to be infected is none.
CREATE TABLE emergency_order (
  document_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY emergency_order_of (request_id)
);
