/**
 * Replay: a datastore is rebuilt from its topics and compared with the live one, table by table, at
 * the same offsets.
 */
@NullMarked
package org.writ.eventlog.replay;

import org.jspecify.annotations.NullMarked;
