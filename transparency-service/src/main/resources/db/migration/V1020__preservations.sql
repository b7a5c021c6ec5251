-- Whether what was collected was put aside upon a preservation order. Rows of before come with `deploy/writ rebuild transparency --swap`.
ALTER TABLE request_fact ADD COLUMN preserved BOOLEAN NOT NULL DEFAULT FALSE;
