-- Cases that are re-opened, perhaps more than once. Written by CaseFold alone; times are UTC. Of cases that were re-opened before this
-- migration, a replay fills in who decided before an earlier appeal, and tells the steps of escalation anew.
ALTER TABLE legal_case
  -- All who decided or confirmed what was ever appealed against, separated by commas: they do not decide it anew.
  ADD COLUMN former_deciders TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  -- From when on the time to answer counts: the receipt, or the last re-opening.
  ADD COLUMN clock_from DATETIME(3) NULL;

UPDATE legal_case SET
  former_deciders = CONCAT_WS(',', appeal_decided_by, appeal_confirmed_by),
  clock_from = COALESCE(
    (SELECT MAX(at) FROM case_timeline WHERE case_id = legal_case.id AND type = 'CaseReopened'), received_at);

ALTER TABLE legal_case
  MODIFY COLUMN clock_from DATETIME(3) NOT NULL,
  DROP COLUMN appeal_decided_by,
  DROP COLUMN appeal_confirmed_by;
