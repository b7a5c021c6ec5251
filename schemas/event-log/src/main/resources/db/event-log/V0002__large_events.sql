-- An event of a request with very many items may be larger than 16 MiB; Kafka's topics take up to 32 MiB.
ALTER TABLE outbox MODIFY payload LONGBLOB NULL;
