-- The log's own tables. Only org.writ.eventlog reads or writes them.

-- Version of each aggregate: the sequence of its newest event. Follows from the log; a rebuild compares it.
CREATE TABLE stream (
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (topic, subject)
);

-- Events that were decided and are not yet acknowledged by Kafka. The id only orders the rows that are visible together: a relay
-- reads the oldest ones and never keeps a cursor, because ids commit out of order.
CREATE TABLE outbox (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_millis BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  cause CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  actor VARCHAR(255) NOT NULL,
  payload MEDIUMBLOB NULL
);

-- Up to where this service's events stand on Kafka: together with the outbox, exactly what the rows hold.
CREATE TABLE published (
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_id INT NOT NULL,
  next_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, partition_id)
);

-- Who may do what only one may do. The epoch rises with each holder, so that a late one is recognised.
CREATE TABLE lease (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  epoch BIGINT NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(6) NOT NULL
);

-- Next offset to consume; moves in the transaction of the effects.
CREATE TABLE consumer_offset (
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_id INT NOT NULL,
  next_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, partition_id)
);

-- Sequence of the last event that was applied, per subject and source.
CREATE TABLE consumed (
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (topic, subject)
);

-- Events that could not be handled, and the later ones of their subjects.
CREATE TABLE parked (
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_id INT NOT NULL,
  record_offset BIGINT NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  parked_at DATETIME(3) NOT NULL,
  dropped_by VARCHAR(255) NULL,
  dropped_at DATETIME(3) NULL,
  PRIMARY KEY (topic, partition_id, record_offset),
  KEY parked_subject (topic, subject)
);

-- The case keys that this service may unwrap, as they came on intake.keys.
CREATE TABLE case_key (
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  wrapped VARBINARY(512) NOT NULL
);
