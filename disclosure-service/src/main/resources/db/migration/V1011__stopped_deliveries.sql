-- The suspension of the agency that froze a delivery; null if it is not frozen.
ALTER TABLE delivery ADD COLUMN suspension CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;
