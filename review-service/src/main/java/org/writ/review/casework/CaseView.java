package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param findings about the request, and about the items that are shown
 * @param itemCount number of items
 * @param items the first 1000; the rest are listed at /v1/cases/{id}/items
 * @param channel how the request came: API, PAGE or HI1
 * @param duplicateOf id of an earlier request for the same; null if there is none
 * @param objectionUntil until when the enforcing authority may object; null if none is notified
 * @param frozen whether the agency is suspended, so that the case can only be read
 * @param orderOverdue whether the order that has to follow an emergency did not come in time
 * @param callBackPhone number on file about the agency (E.164); null if none is
 * @param emergency what is known about an emergency; null if it is none
 * @param clockStoppedAt since when the deadline waits for the agency's answer; null if it does not
 * @param documents in the order in which they came
 * @param messages questions, answers, supplements, objections and appeals, in order
 * @param calls to the agency of an emergency, in order
 * @param proposal the decision that waits for another person; absent if there is none
 * @param decision absent until it is decided
 * @param escalations steps of escalation that were told of, in order; anew after a re-opening
 * @param clockFrom from when on the time to answer counts: the receipt, or the last re-opening
 * @param version the ETag's
 */
@Schema(name = "Case")
public record CaseView(
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
    int itemCount,
    List<Item> items,
    String channel,
    @Nullable String duplicateOf,
    @Nullable Instant objectionUntil,
    boolean frozen,
    boolean orderOverdue,
    @Nullable String callBackPhone,
    @Nullable Emergency emergency,
    @Nullable Instant clockStoppedAt,
    List<Document> documents,
    List<Message> messages,
    List<Call> calls,
    List<Step> timeline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Proposal proposal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision,
    List<String> escalations,
    @JsonIgnore Instant clockFrom,
    @JsonIgnore long version) {

  /** Messages that tell what was decided or proposed. */
  private static final List<String> TELLING = List.of("OBJECTION", "APPEAL");

  /** As many items are in the view, and in the answer to a decision, at most. */
  public static final int ITEMS = 1_000;

  /**
   * The case as it was before it was decided, as far as it tells of that: for somebody who must not
   * know what was decided.
   *
   * @param deciding types of the steps that tell
   */
  CaseView blind(List<String> deciding) {
    Optional<Step> decided =
        timeline.stream()
            .filter(step -> deciding.contains(step.type()))
            .min(Comparator.comparingLong(Step::sequence));
    long end = decided.map(Step::sequence).orElse(Long.MAX_VALUE);
    // What came afterwards was not decided upon, and comes for what was approved only.
    Instant until = decided.map(Step::at).orElse(Instant.MAX);
    return new CaseView(
        id,
        status,
        dueAt,
        country,
        process,
        agency,
        erased,
        null,
        null,
        policy,
        facts,
        findings,
        itemCount,
        items,
        channel,
        duplicateOf,
        objectionUntil,
        frozen,
        orderOverdue,
        callBackPhone,
        emergency,
        clockStoppedAt,
        documents.stream().filter(document -> document.addedAt().isBefore(until)).toList(),
        messages.stream()
            .filter(message -> !TELLING.contains(message.kind()) && message.at().isBefore(until))
            .toList(),
        calls.stream().filter(call -> call.at().isBefore(until)).toList(),
        timeline.stream().filter(step -> step.sequence() < end).toList(),
        null,
        null,
        escalations,
        clockFrom,
        version);
  }

  /** Who asks. */
  @Schema(name = "CaseAgency")
  public record Agency(String id, String name) {}

  /**
   * The policy that was run over the request.
   *
   * @param digest SHA-256 (hex) of its document
   */
  @Schema(name = "CasePolicy")
  public record Policy(String id, String digest) {}

  /** What the request says, apart from its items. */
  @Schema(name = "CaseFacts")
  public record Facts(
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
  public record IssuingAuthority(@Nullable String name, String type, String country) {}

  /** What it is about. */
  @Schema(name = "CaseOffence")
  public record Offence(String category, @Nullable String statute, @Nullable String description) {}

  /** Whom to ask at the agency. */
  @Schema(name = "CaseOfficer")
  public record Officer(String name, String email, String phone) {}

  /** Until when the agency asks that the user is not told. */
  @Schema(name = "CaseUserNotice")
  public record UserNotice(LocalDate delayUntil, @Nullable String reason) {}

  /**
   * What the policy found.
   *
   * @param itemId null if it is about the whole request
   * @param facts what the rule looked at, and what that was worked out from, always in the same
   *     order; of a finding about very many items what is the same for all of them; empty if the
   *     case was opened before findings told them
   */
  @Schema(name = "CaseFinding")
  public record Finding(
      String rule,
      String severity,
      @Nullable String ground,
      String citation,
      String sentence,
      @Nullable String itemId,
      List<FactUsed> facts) {}

  /**
   * A fact that a finding rests on, as it was when the policy was run.
   *
   * @param name as the policy's rules name it
   * @param value true or false; a whole number; a word, or several with commas between them; a time
   *     in UTC (RFC 3339), or its day alone if it is the day's first instant; empty if it was not
   *     known, or where none of several words applies
   */
  @Schema(name = "CaseFactUsed")
  public record FactUsed(
      @Schema(examples = "suspectConfirmed") String name,
      @Schema(examples = "false") String value) {

    /** What the event says. */
    public static List<FactUsed> of(List<org.writ.events.review.FactUsed> facts) {
      return facts.stream().map(used -> new FactUsed(used.getFact(), used.getFound())).toList();
    }
  }

  /** An account that is asked about. */
  @Schema(name = "CaseItem")
  public record Item(
      String itemId,
      Identifier identifier,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** What names the account. */
  @Schema(name = "CaseIdentifier")
  public record Identifier(String type, @Nullable String value) {}

  /**
   * What is known about an emergency beside what the agency says, as of its submission.
   *
   * @param accountAgeDays days since whoever submitted it acted for the agency for the first time
   * @param domainOnFile whether the officer's mail domain is on file with the agency
   * @param domainAgeDays days since it was put on file; null if it is not
   * @param firstOfSender whether the officer never submitted an emergency before
   * @param emergenciesInDay the agency's others of the 24 hours before
   * @param emergenciesInMonth the agency's others of the 30 days before
   * @param identifiersAskedByOthers items that another agency asked for before
   * @param inOfficeHours whether somebody was at work at the agency; null if its hours are not on
   *     file
   * @param orderDueAt until when the order has to follow
   * @param domainRegistrationAgeDays days since the officer's mail domain was registered, as its
   *     registry says; null if that is not known
   */
  @Schema(name = "CaseEmergencyFacts")
  public record Emergency(
      int accountAgeDays,
      boolean domainOnFile,
      @Nullable Integer domainAgeDays,
      boolean firstOfSender,
      int emergenciesInDay,
      int emergenciesInMonth,
      int identifiersAskedByOthers,
      @Nullable Boolean inOfficeHours,
      Instant orderDueAt,
      @Nullable Integer domainRegistrationAgeDays) {}

  /**
   * A document; its bytes are at intake.
   *
   * @param kind ORDER, TRANSLATION, SUPPLEMENT or OTHER
   * @param fileName as the agency calls it; null if the case is erased
   * @param size in bytes
   * @param scan CLEAN, UNSCANNED, NO_SCANNER or INFECTED; only the bytes of CLEAN and NO_SCANNER
   *     can be had
   * @param href where the bytes are, from this service's root
   */
  @Schema(name = "CaseDocument")
  public record Document(
      String documentId,
      String kind,
      @Nullable String fileName,
      String mediaType,
      long size,
      String sha256,
      String scan,
      Instant addedAt,
      String href) {}

  /**
   * What somebody said.
   *
   * @param kind QUESTION (to the agency), ANSWER or SUPPLEMENT (of the agency), OBJECTION (to a
   *     proposed decision), or APPEAL (why a refused case was re-opened)
   * @param by opaque id of the reviewer; null if the agency said it
   * @param text null if the case is erased
   */
  @Schema(name = "CaseMessage")
  public record Message(String kind, Instant at, @Nullable String by, @Nullable String text) {}

  /**
   * A call to the agency.
   *
   * @param by opaque id of the reviewer
   * @param outcome CONFIRMED, DENIED or NOT_REACHED
   * @param number that was called (E.164)
   * @param note null if nothing was noted or the case is erased
   */
  @Schema(name = "CaseCall")
  public record Call(Instant at, String by, String outcome, String number, @Nullable String note) {}

  /**
   * A decision that waits for another person than the one who proposed it.
   *
   * @param items what is proposed about the items that are shown
   * @param overrides of blocking findings, by the senior reviewer who proposed it
   */
  @Schema(name = "CaseProposal")
  public record Proposal(
      String outcome,
      String proposedBy,
      Instant proposedAt,
      List<DecidedItem> items,
      @Nullable String note,
      List<Override> overrides) {}

  /**
   * The override of a rule's blocking findings.
   *
   * @param reason null if the case is erased
   */
  @Schema(name = "CaseOverride")
  public record Override(String rule, @Nullable String reason) {}

  /**
   * Something that happened to the case.
   *
   * @param type name of the event
   * @param actor role and opaque id
   * @param eventId id of the event
   * @param cause id of the event that it answers
   */
  @Schema(name = "CaseStep")
  public record Step(
      String type,
      Instant at,
      String actor,
      long sequence,
      String eventId,
      @Nullable String cause) {}

  /**
   * What was decided, and why.
   *
   * @param confirmedBy opaque id of the second person; null if none was asked for
   * @param items what was decided about the items that are shown
   * @param overrides of blocking findings, by the senior reviewer who decided
   */
  @Schema(name = "CaseDecision")
  public record Decision(
      String outcome,
      @Nullable String decidedBy,
      @Nullable String confirmedBy,
      @Nullable Instant decidedAt,
      List<DecidedItem> items,
      @Nullable String note,
      List<Override> overrides) {}

  /** What was decided about one item. */
  @Schema(name = "CaseDecidedItem")
  public record DecidedItem(
      String itemId,
      @Nullable String outcome,
      List<String> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String ground,
      @Nullable String explanation) {}
}
