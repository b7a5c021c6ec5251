/**
 * From Kafka to a service's {@link org.writ.eventlog.Inputs}: batch by batch, with the effects, the
 * sequences and the next offset in one MariaDB transaction, so that each event has its effects once
 * whatever crashes when.
 */
@NullMarked
package org.writ.eventlog.consume;

import org.jspecify.annotations.NullMarked;
