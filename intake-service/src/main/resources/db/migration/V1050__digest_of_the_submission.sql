-- What the ledger proves of a request. Null in rows from before this column, until the tables are rebuilt.
ALTER TABLE request ADD COLUMN submission_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
