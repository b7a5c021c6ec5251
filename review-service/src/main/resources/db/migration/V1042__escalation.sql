-- Due times that come near. Times are UTC.

-- Written by CaseFold alone.
ALTER TABLE legal_case
  -- Steps that were told of (EscalationStep), in order.
  ADD COLUMN escalated VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  -- When the next one comes; null while none can.
  ADD COLUMN escalates_at DATETIME(3) NULL,
  ADD KEY legal_case_escalates (escalates_at, id);

UPDATE legal_case SET escalates_at = LEAST(due_soon_from, urgent_from, due_at - INTERVAL 1 HOUR)
  WHERE waits AND suspension IS NULL AND clock_stopped_at IS NULL;

-- What is to be mailed; a row goes when its mail is sent. Machinery, not what follows from a topic.
CREATE TABLE escalation_mail (
  case_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  step VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at DATETIME(3) NOT NULL,
  PRIMARY KEY (case_id, step),
  KEY escalation_mail_due (due_at, case_id, step)
);
