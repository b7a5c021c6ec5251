/**
 * Webhooks: an agency is told of each change of its requests at an address of its own, as Standard
 * Webhooks (standardwebhooks.com) says.
 *
 * <p>What is sent names a request by its id and says its status; whoever wants to know more asks
 * the API. A message is queued in the transaction of the event that it tells of, and sent at least
 * once: a receiver recognises a repetition by {@code webhook-id}.
 */
@NullMarked
package org.writ.intake.webhook;

import org.jspecify.annotations.NullMarked;
