-- Who is signed in to the pages: the machinery's own, not a fold. The cookie holds what the key of `sealed` is made of; this table alone
-- opens nothing.
CREATE TABLE page_session (
  id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  sealed MEDIUMBLOB NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY page_session_expiry (expires_at)
);
