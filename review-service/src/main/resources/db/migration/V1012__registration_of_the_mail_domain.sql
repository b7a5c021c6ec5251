-- How old the officer's mail domain is, as its registry says: one more of what is known about an emergency.
ALTER TABLE legal_case ADD COLUMN domain_registration_age_days INT NULL;
