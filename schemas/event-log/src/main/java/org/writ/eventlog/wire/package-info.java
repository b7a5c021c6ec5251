/**
 * How an event stands on Kafka, and its digest.
 *
 * <pre>
 *   key     = subject                                           UTF-8
 *   headers = CloudEvents 1.0, Kafka binary binding: content-type, ce_specversion, ce_id, ce_source, ce_type, ce_subject,
 *             ce_time, ce_sequence, ce_causationid (absent if none), ce_actor
 *   value   = 00 contentId(4, big-endian) avro                  contentId: the writer's schema in the registry
 *           | null                                              tombstone of a compacted topic
 * </pre>
 */
@NullMarked
package org.writ.eventlog.wire;

import org.jspecify.annotations.NullMarked;
