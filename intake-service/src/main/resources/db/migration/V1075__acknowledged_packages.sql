-- A fold over intake.handovers: what an agency said over HI-1 about the package of a request, and whether disclosure refused it.
CREATE TABLE handover_acknowledgement (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refusal VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  changes INT NOT NULL,
  changed_at DATETIME(3) NOT NULL
);
