package org.writ.review.quality;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often second reviews agreed.
 *
 * @param key what they have in common: a country, a process, or the opaque id of who decided
 * @param drawn decisions in the sample
 * @param reviewed of these, those that were decided a second time
 * @param agreed of these, those about which both say the same
 */
@Schema(name = "Agreement")
public record Agreement(String key, long drawn, long reviewed, long agreed) {}
