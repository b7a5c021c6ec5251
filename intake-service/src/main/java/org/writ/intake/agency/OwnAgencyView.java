package org.writ.intake.agency;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agency as it sees itself. The number that it is called back at is not shown: who has stolen a
 * sign-in must not learn which phone will ring.
 *
 * @param id its client at the identity provider
 * @param status what it may do
 * @param name official name; null until it is approved
 * @param country ISO 3166-1 alpha-2; null until it is approved
 * @param kind what sort of authority it is; null until it is approved
 * @param domains mail domains that its officers write from, in ASCII
 * @param endpoint where its HI-1 messages come from; null if it sends none
 * @param certificates the newest first; packages are encrypted to the first that is valid
 * @param webhookUrl where it is told of changes; null if it is not
 * @param changedAt when anything on file changed last
 */
@Schema(name = "OwnAgency")
record OwnAgencyView(
    String id,
    AgencyStatus status,
    @Nullable String name,
    @Nullable String country,
    Registration.@Nullable Kind kind,
    List<String> domains,
    Registration.@Nullable Endpoint endpoint,
    List<CertificateView> certificates,
    @Nullable String webhookUrl,
    Instant changedAt) {}
