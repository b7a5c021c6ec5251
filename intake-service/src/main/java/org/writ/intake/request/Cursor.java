package org.writ.intake.request;

import java.time.Instant;

/**
 * A place in the list of requests, newest first.
 *
 * @param receivedAt of the last request on the page before
 * @param id of that request
 */
record Cursor(Instant receivedAt, String id) {}
