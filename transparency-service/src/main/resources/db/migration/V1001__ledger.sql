-- The ledger, folded from transparency.ledger and the events that it names.

CREATE TABLE leaf (
  leaf_index BIGINT NOT NULL PRIMARY KEY,
  digest BINARY(32) NOT NULL,
  topic VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_id INT NOT NULL,
  record_offset BIGINT NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  -- No event has two leaves.
  UNIQUE KEY leaf_place (topic, partition_id, record_offset),
  KEY leaf_stream (topic, subject, sequence),
  KEY leaf_digest (digest)
);

-- C2SP tlog-tiles: up to 256 hashes of 32 bytes. The last tile of a level grows.
CREATE TABLE tile (
  level TINYINT NOT NULL,
  tile_index BIGINT NOT NULL,
  hashes VARBINARY(8192) NOT NULL,
  PRIMARY KEY (level, tile_index)
);

-- What was signed and shown to the world. Not folded: it depends on the key and on when was signed.
CREATE TABLE checkpoint (
  tree_size BIGINT NOT NULL PRIMARY KEY,
  root_hash BINARY(32) NOT NULL,
  note TEXT NOT NULL,
  published_millis BIGINT NOT NULL
);
