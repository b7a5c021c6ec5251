package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case as its reader sees it, with what is about persons.
 *
 * @param id the request's id
 * @param status how it stands now
 * @param dueAt when it has to be answered
 * @param country the agency's, ISO 3166-1 alpha-2
 * @param erased whether what it said about persons is erased; then those members are null
 * @param holder opaque id of the person who holds it; null if nobody does
 * @param leaseUntil when that claim lapses
 * @param documents always empty until documents can be handed in
 * @param decision absent until it is decided
 * @param version the ETag's
 */
@Schema(name = "Case")
record CaseView(
    String id,
    CaseStatus status,
    Instant dueAt,
    String country,
    String process,
    Agency agency,
    boolean erased,
    @Nullable String holder,
    @Nullable Instant leaseUntil,
    Policy policy,
    Facts facts,
    List<Finding> findings,
    List<Item> items,
    List<String> documents,
    List<Step> timeline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision,
    @JsonIgnore long version) {

  /** Who asks. */
  @Schema(name = "CaseAgency")
  record Agency(String id, String name) {}

  /**
   * The policy that was run over the request.
   *
   * @param digest SHA-256 (hex) of its document
   */
  @Schema(name = "CasePolicy")
  record Policy(String id, String digest) {}

  /** What the request says, apart from its items. */
  @Schema(name = "CaseFacts")
  record Facts(
      Instant receivedAt,
      @Nullable String reference,
      String regime,
      IssuingAuthority issuingAuthority,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      Offence offence,
      boolean suspectConfirmed,
      @Nullable Officer officer,
      @Nullable UserNotice userNotice) {}

  /** Who issued the order. */
  @Schema(name = "CaseIssuingAuthority")
  record IssuingAuthority(@Nullable String name, String type, String country) {}

  /** What it is about. */
  @Schema(name = "CaseOffence")
  record Offence(String category, @Nullable String statute, @Nullable String description) {}

  /** Whom to ask at the agency. */
  @Schema(name = "CaseOfficer")
  record Officer(String name, String email, String phone) {}

  /** Until when the agency asks that the user is not told. */
  @Schema(name = "CaseUserNotice")
  record UserNotice(LocalDate delayUntil, @Nullable String reason) {}

  /**
   * What the policy found.
   *
   * @param itemId null if it is about the whole request
   */
  @Schema(name = "CaseFinding")
  record Finding(
      String rule,
      String severity,
      @Nullable String ground,
      String citation,
      String sentence,
      @Nullable String itemId) {}

  /** An account that is asked about. */
  @Schema(name = "CaseItem")
  record Item(
      String itemId,
      Identifier identifier,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** What names the account. */
  @Schema(name = "CaseIdentifier")
  record Identifier(String type, @Nullable String value) {}

  /**
   * Something that happened to the case.
   *
   * @param type name of the event
   * @param actor role and opaque id
   * @param eventId id of the event
   * @param cause id of the event that it answers
   */
  @Schema(name = "CaseStep")
  record Step(
      String type,
      Instant at,
      String actor,
      long sequence,
      String eventId,
      @Nullable String cause) {}

  /** What was decided, and why. */
  @Schema(name = "CaseDecision")
  record Decision(
      String outcome,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      List<DecidedItem> items,
      @Nullable String note) {}

  /** What was decided about one item. */
  @Schema(name = "CaseDecidedItem")
  record DecidedItem(
      String itemId,
      @Nullable String outcome,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String ground,
      @Nullable String explanation) {}
}
