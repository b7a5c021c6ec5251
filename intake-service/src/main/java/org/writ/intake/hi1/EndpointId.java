package org.writ.intake.hi1;

/**
 * One end of the interface (TS 103 120, EndpointID).
 *
 * @param countryCode two letters
 * @param uniqueIdentifier unique within the country
 */
record EndpointId(String countryCode, String uniqueIdentifier) {}
