-- An order confirms an emergency once it may be opened: what the scanner said of it stands beside it, as the document's events have it.
ALTER TABLE emergency_order ADD COLUMN scan VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE emergency_order o JOIN document d ON d.id = o.document_id SET o.scan = d.scan;
ALTER TABLE emergency_order MODIFY scan VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
