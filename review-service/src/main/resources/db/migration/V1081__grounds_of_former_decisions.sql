-- On which grounds items were refused by decisions that stand no longer, for whoever settles a disagreement about one. Written by CaseFold
-- alone. Of cases that were re-opened before this migration, a replay fills them in.
CREATE TABLE case_former_ground (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The event of the decision.
  decision CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  ground VARCHAR(100) NOT NULL,
  PRIMARY KEY (case_id, decision, position)
);
