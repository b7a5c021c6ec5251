-- Who decided what is appealed against: they do not decide it anew. Written by CaseFold alone.
ALTER TABLE legal_case
  ADD COLUMN appeal_decided_by VARCHAR(255) NULL,
  ADD COLUMN appeal_confirmed_by VARCHAR(255) NULL;
