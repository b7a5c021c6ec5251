-- Two submissions of one order at the same moment would both be taken for the first: of two that count the same number before them, the
-- index lets one pass. Null, and never in each other's way, in rows of events from before it was counted.
ALTER TABLE request
  ADD COLUMN order_place INT NULL,
  DROP KEY request_order,
  ADD UNIQUE KEY request_order (order_fingerprint, order_place);
