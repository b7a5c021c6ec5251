package org.writ.intake.agency;

import java.time.Instant;

/**
 * An agency, with what counts about it: what two operators agreed on.
 *
 * @param id its client at the identity provider
 * @param status what it may do; never INVITED, as nothing counts about such a one
 * @param registration what is on file about it
 * @param certificate what packages are encrypted to: the newest of its certificates that is valid,
 *     or the newest one if none is
 * @param changedAt when anything about it changed last
 * @param version number of its events so far, from 1
 */
public record Agency(
    String id,
    AgencyStatus status,
    Registration registration,
    RecipientCertificate certificate,
    Instant changedAt,
    long version) {}
