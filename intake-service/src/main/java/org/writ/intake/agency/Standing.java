package org.writ.intake.agency;

/**
 * Whether an agency may act, and what is known about who acts for it.
 *
 * @param status the agency's
 * @param seen whether that account acted for it before
 * @param blocked whether that account is barred from acting for it
 */
public record Standing(AgencyStatus status, boolean seen, boolean blocked) {}
