package org.writ.review.policy;

/**
 * A ground on which an item may be refused.
 *
 * @param wording what agencies and the public are told
 * @param citation the source that it rests on
 * @param remedy what would make the request succeed, for the agency
 */
public record Ground(String wording, String citation, String remedy) {}
