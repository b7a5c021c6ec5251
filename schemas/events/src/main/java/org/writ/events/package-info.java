/**
 * The events that the services exchange: one Avro protocol per topic, and the topics themselves.
 */
@NullMarked
package org.writ.events;

import org.jspecify.annotations.NullMarked;
