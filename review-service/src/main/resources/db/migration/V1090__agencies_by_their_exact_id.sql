-- Ids of agencies are compared byte by byte, as in intake and among the conflicts of interest: whatever the server's collation is, an id in other
-- capitals is another agency.
ALTER TABLE legal_case
  MODIFY COLUMN agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
