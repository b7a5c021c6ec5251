/**
 * Measures what Writ does with a machine, as ratios to what the machine's database and log can do
 * by themselves, in one run: absolute figures of different machines cannot be compared, and those
 * of a busy one mean nothing.
 */
@NullMarked
package org.writ.benchmarks;

import org.jspecify.annotations.NullMarked;
