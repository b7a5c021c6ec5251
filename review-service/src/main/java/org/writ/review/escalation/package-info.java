/**
 * Tells people by mail that cases are due: {@link org.writ.review.escalation.MailQueue} keeps what
 * is to be said, in the transaction that escalates a case, and {@link
 * org.writ.review.escalation.MailSender} says it. Off unless an address is configured.
 */
@NullMarked
package org.writ.review.escalation;

import org.jspecify.annotations.NullMarked;
