-- A submission pays for every index. The hash is of the agency and its key: one unique index finds it and keeps it single. Few requests are
-- for the same order, and their states change.
ALTER TABLE request
  DROP KEY request_once,
  DROP KEY request_key,
  DROP KEY request_order,
  ADD UNIQUE KEY request_once (idempotency_key_hash),
  ADD KEY request_order (order_fingerprint, id);
