-- Rules whose blocking findings a decision, or a proposal, overrides. Written by CaseFold alone.
ALTER TABLE legal_case
  ADD COLUMN decision_overrides TEXT NULL,
  ADD COLUMN proposed_overrides TEXT NULL;
