/**
 * Safeguards for the requests of a country, after the principles of the Global Network Initiative:
 * a table that two persons change. Those that count are facts of the legal analysis.
 */
@NullMarked
package org.writ.review.jurisdiction;

import org.jspecify.annotations.NullMarked;
