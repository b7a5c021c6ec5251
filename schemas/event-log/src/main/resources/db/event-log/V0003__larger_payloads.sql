-- An event may be as long as its topic allows (32 MiB), which is more than a MEDIUMBLOB holds: a request of 50,000 items.
ALTER TABLE outbox MODIFY payload LONGBLOB NULL;
