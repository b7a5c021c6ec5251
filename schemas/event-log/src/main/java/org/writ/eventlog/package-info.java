/**
 * The log: the one library under all four services. {@link org.writ.eventlog.EventLog} appends
 * events in the caller's transaction, {@code publish} sends them to Kafka, {@code consume} hands a
 * service its inputs exactly once, {@code seal} encrypts what is about persons, {@code replay}
 * rebuilds a datastore and compares it.
 */
@NullMarked
package org.writ.eventlog;

import org.jspecify.annotations.NullMarked;
