package org.writ.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.disclosure.AccessClosed;
import org.writ.events.disclosure.AccessReinstated;
import org.writ.events.disclosure.AccessSuspended;
import org.writ.events.disclosure.AccountBarred;
import org.writ.events.disclosure.AccountReadmitted;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.ClientsApproved;
import org.writ.events.disclosure.ClientsProposed;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.AgencyWebhookSet;
import org.writ.events.intake.CaseKeyIssued;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.HandoverAcknowledgementRefused;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverObjectKept;
import org.writ.events.intake.HandoverPackageAcknowledged;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReassigned;
import org.writ.events.review.CaseReleased;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.ConflictDeclared;
import org.writ.events.review.ConflictEnded;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.DisagreementSettled;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;
import org.writ.events.review.SafeguardsConfirmed;
import org.writ.events.review.SafeguardsProposed;
import org.writ.events.review.SecondReviewClaimed;
import org.writ.events.review.SecondReviewDrawn;
import org.writ.events.review.SecondReviewDropped;
import org.writ.events.review.SecondReviewGiven;
import org.writ.events.transparency.EventSequenced;

/**
 * Every topic, with the service that alone writes to it, the record types that it carries and how
 * it is kept. Topics are created, schemas registered and running services checked by this list.
 */
public enum Topic {
  INTAKE_AGENCIES(
      "intake",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      AgencyRegistered.class,
      AgencyApproved.class,
      AgencyRegistrationRejected.class,
      AgencyCertificateReplaced.class,
      AgencyWebhookSet.class,
      AgencyWebhookRemoved.class,
      AgencySuspended.class,
      AgencyReinstatementProposed.class,
      AgencyReinstated.class,
      AgencyClosed.class,
      OfficerFirstSeen.class,
      OfficerBlocked.class,
      OfficerUnblocked.class),
  INTAKE_REQUESTS(
      "intake",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      RequestSubmitted.class,
      RequestProgressed.class,
      ClarificationAsked.class,
      ClarificationAnswered.class,
      RequestSupplemented.class,
      RequestWithdrawn.class,
      RequestFrozen.class,
      RequestUnfrozen.class,
      DocumentReceived.class,
      DocumentScanned.class,
      PreservationExtended.class,
      OrderOverdue.class),
  INTAKE_HANDOVERS(
      "intake",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      HandoverMessageAnswered.class,
      HandoverObjectKept.class,
      HandoverPackageAcknowledged.class,
      HandoverAcknowledgementRefused.class),
  INTAKE_KEYS("intake", Kept.NEWEST_PER_KEY, Partitions.REQUESTS, CaseKeyIssued.class),
  REVIEW_CASES(
      "review",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      CaseOpened.class,
      CaseClaimed.class,
      CaseReleased.class,
      CaseReassigned.class,
      CaseRead.class,
      CaseDecided.class,
      DecisionProposed.class,
      DecisionObjected.class,
      ClarificationRequested.class,
      ClarificationReceived.class,
      CaseSupplemented.class,
      CaseDocumentAdded.class,
      CaseDocumentScanned.class,
      CallBackRecorded.class,
      CaseWithdrawn.class,
      CaseFrozen.class,
      CaseUnfrozen.class,
      EmergencyOrderOverdue.class,
      CaseEscalated.class,
      CaseReopened.class),
  REVIEW_POLICIES(
      "review", Kept.FOR_EVER, Partitions.REQUESTS, PolicyProposed.class, PolicyActivated.class),
  REVIEW_JURISDICTIONS(
      "review",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      SafeguardsProposed.class,
      SafeguardsConfirmed.class),
  REVIEW_CONFLICTS(
      "review", Kept.FOR_EVER, Partitions.REQUESTS, ConflictDeclared.class, ConflictEnded.class),
  REVIEW_QUALITY(
      "review",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      SecondReviewDrawn.class,
      SecondReviewClaimed.class,
      SecondReviewGiven.class,
      SecondReviewDropped.class,
      DisagreementSettled.class),
  DISCLOSURE_DELIVERIES(
      "disclosure",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      DeliveryOpened.class,
      PackagePrepared.class,
      NoDataFound.class,
      PackageFetched.class,
      DeliveryAcknowledged.class,
      AcknowledgementRefused.class,
      DeliveryExpired.class,
      DeliveryWithdrawn.class,
      DeliveryFrozen.class,
      DeliveryUnfrozen.class,
      PreservationOpened.class,
      DataPreserved.class,
      NothingPreserved.class,
      PreservationProlonged.class,
      PreservationExpired.class,
      PreservationWithdrawn.class,
      PreservationFrozen.class,
      PreservationUnfrozen.class),
  DISCLOSURE_ACCESS(
      "disclosure",
      Kept.FOR_EVER,
      Partitions.REQUESTS,
      ClientsProposed.class,
      ClientsApproved.class,
      AccessSuspended.class,
      AccessReinstated.class,
      AccessClosed.class,
      AccountBarred.class,
      AccountReadmitted.class),
  TRANSPARENCY_LEDGER("transparency", Kept.FOR_EVER, Partitions.ONE, EventSequenced.class),
  PLATFORM_ACCOUNT_ACTIVITY(
      "platform",
      Kept.SEVEN_DAYS,
      Partitions.REQUESTS,
      AccountRegistered.class,
      PhoneNumberChanged.class,
      UsernameChanged.class,
      LoggedIn.class,
      AccountDeleted.class);

  /** How long a topic keeps its events. */
  public enum Kept {
    /**
     * No event is ever removed: the log is the record. A request of 50,000 items is one event of
     * several megabytes.
     */
    FOR_EVER(
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "max.message.bytes", "33554432")),
    /**
     * Only the newest event of each key; a tombstone removes the key. The tombstone stays for 30
     * days, so that a service that was down for less still learns of it.
     */
    NEWEST_PER_KEY(
        Map.of(
            "cleanup.policy", "compact",
            "min.cleanable.dirty.ratio", "0.1",
            "delete.retention.ms", "2592000000",
            "max.compaction.lag.ms", "86400000")),
    /**
     * Long enough to be read by a service that was down, and no longer: six days, and a day more
     * until the segment that an event is in may be deleted.
     */
    SEVEN_DAYS(
        Map.of("cleanup.policy", "delete", "retention.ms", "518400000", "segment.ms", "86400000"));

    private final Map<String, String> settings;

    Kept(Map<String, String> settings) {
      this.settings = new TreeMap<>(settings);
    }

    /** The broker's settings of such a topic, by name. */
    public Map<String, String> settings() {
      return Map.copyOf(settings);
    }
  }

  private static final class Partitions {
    static final int ONE = 1;

    /**
     * The same for all topics about requests, so that a request is in the same partition of each.
     */
    static final int REQUESTS = 6;
  }

  private final String owner;
  private final Kept kept;
  private final int partitions;
  private final List<Class<? extends SpecificRecord>> recordTypes;

  @SafeVarargs
  Topic(String owner, Kept kept, int partitions, Class<? extends SpecificRecord>... recordTypes) {
    this.owner = owner;
    this.kept = kept;
    this.partitions = partitions;
    this.recordTypes = List.of(recordTypes);
  }

  /** The name on the broker, such as {@code intake.requests}, without an installation's prefix. */
  public String topicName() {
    int dot = name().indexOf('_');
    String room = name().substring(dot + 1).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return name().substring(0, dot).toLowerCase(java.util.Locale.ROOT) + "." + room;
  }

  /**
   * The one service that writes to it: {@code intake}, {@code review} and so on, or {@code
   * platform}.
   */
  public String owner() {
    return owner;
  }

  /** How long its events are kept. */
  public Kept kept() {
    return kept;
  }

  /** Number of partitions, fixed at creation. */
  public int partitions() {
    return partitions;
  }

  /** The record types that may stand on it. */
  public List<Class<? extends SpecificRecord>> recordTypes() {
    return recordTypes;
  }

  /** Schemas of {@link #recordTypes()}, by the record's full name. */
  public Map<String, Schema> schemas() {
    var schemas = new TreeMap<String, Schema>();
    for (var type : recordTypes) {
      Schema schema = SpecificData.get().getSchema(type);
      schemas.put(schema.getFullName(), schema);
    }
    return schemas;
  }

  /**
   * The topic of a name, such as {@code intake.requests}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Topic named(String topicName) {
    return Arrays.stream(values())
        .filter(topic -> topic.topicName().equals(topicName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown topic " + topicName));
  }

  /**
   * The topic that carries records of this type.
   *
   * @throws IllegalArgumentException if none does
   */
  public static Topic of(Class<? extends SpecificRecord> recordType) {
    return Arrays.stream(values())
        .filter(topic -> topic.recordTypes.contains(recordType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No topic carries " + recordType));
  }
}
