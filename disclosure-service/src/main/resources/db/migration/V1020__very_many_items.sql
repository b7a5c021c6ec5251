-- What was found for the items of a delivery: rows that are added together, where changing those of delivery_item one by one takes long
-- if there are tens of thousands. Folded from disclosure.deliveries.
CREATE TABLE delivery_item_disclosure (
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The item's, in delivery_item.
  position INT NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  data_types VARCHAR(255) NOT NULL,
  records BIGINT NOT NULL,
  reason VARCHAR(32) NULL,
  PRIMARY KEY (delivery_id, position)
) CHARACTER SET utf8mb4;

INSERT INTO delivery_item_disclosure (delivery_id, position, outcome, data_types, records, reason)
  SELECT delivery_id, position, outcome, COALESCE(disclosed_data_types, ''), COALESCE(records, 0), reason FROM delivery_item
  WHERE outcome IS NOT NULL;

ALTER TABLE delivery_item
  DROP COLUMN outcome,
  DROP COLUMN disclosed_data_types,
  DROP COLUMN records,
  DROP COLUMN reason;
