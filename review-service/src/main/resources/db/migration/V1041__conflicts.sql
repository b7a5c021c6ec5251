-- Conflicts of interest: what follows from the topic review.conflicts. Written by ConflictFold alone; times are UTC.

CREATE TABLE conflict (
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Opaque id of the person.
  reviewer VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  declared_by VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  declared_at DATETIME(3) NOT NULL,
  PRIMARY KEY (agency, reviewer),
  KEY conflict_reviewer (reviewer)
);
