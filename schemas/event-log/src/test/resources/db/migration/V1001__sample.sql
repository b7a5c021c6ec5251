CREATE TABLE sample_request (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  country VARCHAR(2) NOT NULL,
  status VARCHAR(32) NOT NULL,
  steps INT NOT NULL,
  sealed_event CHAR(36) NULL,
  sealed MEDIUMBLOB NULL
);
