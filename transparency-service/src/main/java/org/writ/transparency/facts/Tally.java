package org.writ.transparency.facts;

/**
 * How many requests with the same country, process and outcome were received in a period.
 *
 * @param country ISO 3166-1 alpha-2
 * @param process such as {@code COURT_ORDER}
 * @param outcome what became of them so far
 * @param requests number of requests
 * @param accountsSpecified accounts that they name
 * @param accountsDisclosed accounts of which data was made available
 */
public record Tally(
    String country,
    String process,
    Outcome outcome,
    long requests,
    long accountsSpecified,
    long accountsDisclosed) {}
