-- Every fetch of a package: folded from disclosure.deliveries. Fetches of before come with `deploy/writ rebuild disclosure --swap`.
CREATE TABLE package_fetch (
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delivery_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size BIGINT NULL,
  fetched_at DATETIME(3) NOT NULL,
  actor VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY package_fetch_agency (agency, event_id)
);
