-- A fold over intake.requests: of requests that came over HI-1, what their history does not tell. PreservationExpiration and what a late
-- decision says of an item change an object while the status stays what it was. Requests of before have what their rows say, until the
-- tables are rebuilt.
CREATE TABLE handover_progress (
  request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  agency VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- When anything happened with it last.
  changed_at DATETIME(3) NOT NULL,
  preserved_until DATETIME(3) NULL,
  extensions INT NOT NULL,
  extended_at DATETIME(3) NULL,
  decided_late_at DATETIME(3) NULL,
  KEY handover_progress_changed (agency, changed_at)
);

INSERT INTO handover_progress (request_id, agency, changed_at, preserved_until, extensions, extended_at)
  SELECT request.id, request.agency, GREATEST(request.received_at, COALESCE(MAX(request_history.at), request.received_at)),
         request.preserved_until, request.extensions,
         IF(request.extensions > 0, GREATEST(request.received_at, COALESCE(MAX(request_history.at), request.received_at)), NULL)
  FROM request LEFT JOIN request_history ON request_history.request_id = request.id
  WHERE request.channel = 'HI1'
  GROUP BY request.id;
