package org.writ.intake.agency;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agency's file as operators see it.
 *
 * @param id its client at the identity provider
 * @param status what it may do
 * @param registration what counts; null if nothing was approved yet
 * @param pending what waits for another operator's approval; null if nothing does
 * @param certificates the newest first
 * @param suspension null unless it is suspended
 * @param closureReason null unless it is closed
 * @param webhookUrl where it is told of changes; null if it is not
 * @param officers who acted for it or is barred from it
 * @param history what happened to the file, the oldest first
 * @param changedAt when anything changed last
 */
@Schema(name = "Agency")
record AgencyView(
    String id,
    AgencyStatus status,
    @Nullable RegistrationView registration,
    @Nullable RegistrationView pending,
    List<CertificateView> certificates,
    @Nullable Suspension suspension,
    @Nullable String closureReason,
    @Nullable String webhookUrl,
    List<Officer> officers,
    List<Step> history,
    Instant changedAt) {

  /**
   * A suspension.
   *
   * @param reason why
   * @param at since when
   * @param reinstatementProposedBy role and opaque id of the operator who asked that it ends; null
   *     if nobody did
   */
  @Schema(name = "AgencySuspension")
  record Suspension(String reason, Instant at, @Nullable String reinstatementProposedBy) {}

  /**
   * Somebody who acts for the agency.
   *
   * @param account opaque id at the identity provider
   * @param firstSeenAt when that was for the first time; null if barred before
   * @param blockedAt null unless barred
   */
  @Schema(name = "AgencyOfficer")
  record Officer(String account, @Nullable Instant firstSeenAt, @Nullable Instant blockedAt) {}

  /**
   * Something that happened to the file.
   *
   * @param step what
   * @param at when
   * @param actor role and opaque id
   */
  @Schema(name = "AgencyStep")
  record Step(String step, Instant at, String actor) {}
}
