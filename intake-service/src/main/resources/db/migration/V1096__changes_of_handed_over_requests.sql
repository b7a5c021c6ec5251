-- A fold over intake.handovers: when anything was said over HI-1 about a request last. With handover_progress it tells which requests have
-- objects that changed since a time, without looking into any.
CREATE TABLE handover_request (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  KEY handover_request_changed (agency, changed_at)
);

INSERT INTO handover_request (request_id, agency, changed_at)
  SELECT request_id, agency, MAX(changed_at)
  FROM (SELECT request_id, agency, changed_at FROM handover_object
        UNION ALL SELECT request_id, agency, changed_at FROM handover_acknowledgement) AS said
  GROUP BY request_id, agency;
