-- No fold: documents that wait for the scanner and were tried in vain, so that the next ones have their turn.
CREATE TABLE scan_attempt (
  document_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  attempts INT NOT NULL,
  next_attempt_at DATETIME(3) NOT NULL
);
