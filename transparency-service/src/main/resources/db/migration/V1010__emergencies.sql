-- Emergencies: what the call to the agency came to, and whether the order followed in time; and whether a package was fetched before
-- its request was withdrawn.
ALTER TABLE request_fact
  ADD COLUMN fetched BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN call_back VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Derived from the rest, so that reports need not.
  ADD COLUMN call_back_failed BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN order_overdue BOOLEAN NOT NULL DEFAULT FALSE;
