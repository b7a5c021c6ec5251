/**
 * From the outbox to Kafka: a relay that holds a lease sends the oldest rows and deletes them once
 * Kafka acknowledged them. An event is sent only after the one before it of the same subject was
 * acknowledged, so that on a topic no event stands before an earlier one that is not there,
 * whatever fails. What a relay that was paused or killed sends again is recognised by its sequence;
 * it deletes nothing any more, because the lease's epoch guards the rows.
 */
@NullMarked
package org.writ.eventlog.publish;

import org.jspecify.annotations.NullMarked;
