-- A fold over intake.requests. The file's name stays in `sealed`, as it came.
CREATE TABLE document (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  media_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size BIGINT NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scan VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at DATETIME(3) NOT NULL,
  sealed BLOB NULL,
  sealed_event CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY document_of_request (request_id, sequence),
  KEY document_scan (scan, received_at)
);

-- No fold: the bytes of documents, encrypted with the case key, in pieces. The log has their digest.
CREATE TABLE document_content (
  document_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  piece INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (document_id, piece)
);
