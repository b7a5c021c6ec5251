package org.writ.intake.agency;

import java.time.Instant;

/**
 * An agency as it is registered.
 *
 * @param id its client at the identity provider
 * @param registration what is on file about it
 * @param changedAt when that was registered
 * @param version number of registrations so far, from 1
 */
public record Agency(String id, Registration registration, Instant changedAt, long version) {}
