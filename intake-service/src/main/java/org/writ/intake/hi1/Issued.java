package org.writ.intake.hi1;

/**
 * An object that we issued to an agency.
 *
 * @param shown as the agency sees it
 * @param kind what it is
 * @param number which one of its kind, from 0
 * @param requestId the request that it is about
 * @param standing of the request
 */
record Issued(
    Shown shown, DerivedId.Kind kind, int number, String requestId, RequestStanding standing) {}
