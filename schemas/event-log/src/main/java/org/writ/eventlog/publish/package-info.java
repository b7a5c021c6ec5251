/**
 * From the outbox to Kafka: a relay that holds a lease sends the oldest rows in one Kafka
 * transaction and then deletes them. Only one relay of a service can write: the lease's epoch
 * guards the rows, the producer's transactional id fences an earlier relay at the broker.
 */
@NullMarked
package org.writ.eventlog.publish;

import org.jspecify.annotations.NullMarked;
