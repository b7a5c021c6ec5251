package org.writ.review.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy as this version of the service reads it.
 *
 * @param view the policy, with what is wrong with its document
 * @param policy what its document says; null: nothing that could be told, because of its faults
 */
public record PolicyReading(PolicyView view, @Nullable Policy policy) {}
