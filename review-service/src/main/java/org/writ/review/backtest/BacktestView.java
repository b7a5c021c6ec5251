package org.writ.review.backtest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a back-test finds.
 *
 * @param policy the tested policy
 * @param digest of its document
 * @param from start of the period, inclusive
 * @param to end of the period, exclusive
 * @param totals of the whole period; on the first page alone
 * @param items cases in which it finds something else, by receipt, but those that are withheld
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "Backtest")
public record BacktestView(
    String policy,
    String digest,
    Instant from,
    Instant to,
    Tally.@Nullable Totals totals,
    List<ChangedCase> items,
    @Nullable String nextCursor) {}
