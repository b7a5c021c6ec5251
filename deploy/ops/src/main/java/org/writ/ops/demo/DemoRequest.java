package org.writ.ops.demo;

import java.util.Set;

/**
 * A request that a demo agency sends.
 *
 * @param number from 1
 * @param agency who sends it
 * @param kind what is the matter with it
 * @param process the legal process that it names
 * @param body JSON, unless that is what is the matter
 * @param identifiers values of the identifiers that it asks about
 */
record DemoRequest(
    int number,
    DemoAgency agency,
    Kind kind,
    String process,
    String body,
    Set<String> identifiers) {}
