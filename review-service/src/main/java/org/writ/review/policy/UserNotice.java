package org.writ.review.policy;

import java.time.Period;

/**
 * When the user is told that their data was disclosed.
 *
 * @param rule in a sentence
 * @param delayAtMost longest delay that an agency may ask for, from the receipt
 * @param citation the source that it rests on
 */
public record UserNotice(String rule, Period delayAtMost, String citation) {}
