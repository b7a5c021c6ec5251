-- Messages to agencies' webhooks: machinery, not a fold. The id is the event's, so that each event is told once.
CREATE TABLE webhook_message (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Null in a ping.
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sequence BIGINT NOT NULL,
  type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body TEXT CHARACTER SET utf8mb4 NOT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  -- When the attempts that go on now began: at its creation, or at the last replay.
  since DATETIME(3) NOT NULL,
  failures INT NOT NULL DEFAULT 0,
  attempts INT NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(3) NULL,
  last_attempt_at DATETIME(3) NULL,
  last_error VARCHAR(200) NULL,
  KEY webhook_message_due (status, next_attempt_at),
  KEY webhook_message_of_agency (agency, created_at, id),
  KEY webhook_message_of_request (request_id, status, sequence)
);
