-- Finds the identifiers of an emergency that other agencies asked for before; part of the fold over intake.requests.
ALTER TABLE request_item
  ADD COLUMN identifier_fingerprint VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY request_item_identifier (identifier_fingerprint);
