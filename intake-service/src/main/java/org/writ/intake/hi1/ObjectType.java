package org.writ.intake.hi1;

import static org.writ.intake.hi1.Shape.Member.optional;
import static org.writ.intake.hi1.Shape.Member.receivers;
import static org.writ.intake.hi1.Shape.Member.required;
import static org.writ.intake.hi1.Shape.Member.unserved;
import static org.writ.intake.hi1.Terms.ENDPOINT;
import static org.writ.intake.hi1.Terms.ENTRY;
import static org.writ.intake.hi1.Terms.TEXT_OR_ENTRY;
import static org.writ.intake.hi1.Terms.optionalEntry;
import static org.writ.intake.hi1.Terms.optionalEtsiEntry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.writ.intake.hi1.Shape.Count;
import org.writ.intake.hi1.Shape.Either;
import org.writ.intake.hi1.Shape.Flag;
import org.writ.intake.hi1.Shape.Formed;
import org.writ.intake.hi1.Shape.Free;
import org.writ.intake.hi1.Shape.Many;
import org.writ.intake.hi1.Shape.Member;
import org.writ.intake.hi1.Shape.Struct;
import org.writ.intake.hi1.Shape.Words;

/**
 * The types of objects that are served, each with its members in the standard's order. What TS 103
 * 120 has besides (interception, traffic policies) is not served at all.
 */
enum ObjectType {
  AUTHORISATION("Authorisation", "2020/09/Authorisation", "auth:Authorisation", authorisation()),
  DOCUMENT("Document", "2020/09/Document", "doc:Document", document()),
  LD_TASK("LDTask", "2020/09/Task", "task:", disclosureTask()),
  LP_TASK("LPTask", "2020/09/Task", "task:", preservationTask()),
  NOTIFICATION("Notification", "2016/02/Notification", "notification:Notification", notification()),
  DELIVERY("Delivery", "2019/10/Delivery", "delivery:Delivery", delivery());

  private static final int MAX_LINKS = 1_000;

  private final String term;
  private final String xsiType;
  private final String prefix;
  private final Struct shape;

  ObjectType(String term, String namespace, String prefix, List<Member> members) {
    this.term = term;
    this.xsiType = "{http://uri.etsi.org/03120/common/" + namespace + "}" + term + "Object";
    this.prefix = prefix;
    var all = new ArrayList<>(base());
    all.addAll(members);
    this.shape = new Struct(List.copyOf(all));
  }

  /** As the dictionary ObjectType has it, such as {@code LDTask}. */
  String term() {
    return term;
  }

  /** As the log has it, such as {@code LDTaskObject}. */
  String objectName() {
    return term + "Object";
  }

  /** The value of {@code @xsi:type}. */
  String xsiType() {
    return xsiType;
  }

  /** What an object of this type looks like. */
  Struct shape() {
    return shape;
  }

  /** Name of the member that the receiver keeps the status in. */
  String statusMember() {
    return prefix + "Status";
  }

  /** Name of the member that the sender asks for a status in. */
  String desiredStatusMember() {
    return prefix + "DesiredStatus";
  }

  /** Name of the dictionary that its statuses are from. */
  String statusDictionary() {
    return term + "Status";
  }

  /** Whether objects of this type are an order's tasks. */
  boolean isTask() {
    return this == LD_TASK || this == LP_TASK;
  }

  /** The type of an {@code @xsi:type}. */
  static Optional<ObjectType> ofXsiType(String xsiType) {
    return Arrays.stream(values()).filter(type -> type.xsiType.equals(xsiType)).findFirst();
  }

  /** The type of a term, with or without {@code Object} behind it. */
  static Optional<ObjectType> ofTerm(String term) {
    return Arrays.stream(values())
        .filter(type -> type.term.equals(term) || type.objectName().equals(term))
        .findFirst();
  }

  private static List<Member> base() {
    return List.of(
        required("@xsi:type", Words.SHORT),
        required("ObjectIdentifier", Formed.UUID),
        optional("CountryCode", Formed.COUNTRY),
        optional("OwnerIdentifier", Words.SHORT),
        optional("Generation", new Count(1)),
        optional("ExternalIdentifier", Words.SHORT),
        optional(
            "AssociatedObjects",
            Struct.of(optional("AssociatedObject", new Many(Formed.UUID, MAX_LINKS)))),
        // The receiver's clock counts; the sender's is not refused, as some send it along.
        optional("LastChanged", Formed.TIME),
        unserved("NationalHandlingParameters"));
  }

  private static List<Member> authorisation() {
    return List.of(
        optional("auth:AuthorisationReference", Words.SHORT),
        optionalEntry("auth:AuthorisationLegalType"),
        optionalEntry("auth:AuthorisationPriority"),
        receivers("auth:AuthorisationStatus", ENTRY),
        optionalEtsiEntry("auth:AuthorisationDesiredStatus"),
        optional(
            "auth:AuthorisationTimespan",
            Struct.of(
                optional("auth:StartTime", Formed.TIME), optional("auth:EndTime", Formed.TIME))),
        optional(
            "auth:AuthorisationCSPID",
            new Either(
                Struct.of(required("auth:CSPID", new Either(new Many(ENDPOINT, 10), ENDPOINT))),
                ENDPOINT)),
        optional("auth:AuthorisationCreationTimestamp", Formed.TIME),
        unserved("auth:AuthorisationServedTimestamp"),
        unserved("auth:AuthorisationTerminationTimestamp"),
        optional("auth:AuthorisationApprovalDetails", new Free()),
        receivers("auth:AuthorisationInvalidReason", new Free()),
        optional("auth:AuthorisationFlags", Terms.flags("auth:AuthorisationFlag")),
        optional("auth:AuthorisationManualInformation", Words.LONG),
        unserved("auth:NationalAuthorisationParameters"),
        optional("auth:AuthorisationJurisdiction", TEXT_OR_ENTRY),
        optional("auth:AuthorisationTypeOfCase", TEXT_OR_ENTRY),
        optional("auth:AuthorisationLegalEntity", TEXT_OR_ENTRY));
  }

  private static Struct requestDetails() {
    return Struct.of(
        optionalEtsiEntry("task:Type"),
        optional("task:StartTime", Formed.TIME),
        optional("task:EndTime", Formed.TIME),
        unserved("task:ObservedTime"),
        unserved("task:ObservedTimes"),
        optional(
            "task:RequestValues",
            Struct.of(
                required(
                    "task:RequestValue",
                    new Many(
                        Struct.of(
                            required(
                                "task:FormatType",
                                Struct.of(
                                    required("task:FormatOwner", Words.SHORT),
                                    required("task:FormatName", Words.SHORT))),
                            required("task:Value", Words.SHORT)),
                        100)))),
        unserved("task:Subtype"));
  }

  private static List<Member> disclosureTask() {
    return List.of(
        optional("task:Reference", Words.SHORT),
        receivers("task:Status", ENTRY),
        receivers("task:StatusReason", new Free()),
        optionalEtsiEntry("task:DesiredStatus"),
        optional("task:RequestDetails", requestDetails()),
        optional(
            "task:DeliveryDetails",
            Struct.of(required("task:LDDeliveryDestination", new Many(new Free(), 20)))),
        optional("task:ApprovalDetails", new Free()),
        optional("task:CSPID", ENDPOINT),
        unserved("task:HandlingProfile"),
        optional("task:Flags", Terms.flags("task:LDTaskFlag")),
        unserved("task:NationalLDTaskingParameters"),
        unserved("task:AlternativePreservationReferences"),
        optional(
            "task:Deadlines",
            Struct.of(
                required(
                    "task:LDDeadline",
                    new Many(
                        Struct.of(
                            required("task:DateTime", Formed.TIME),
                            required("task:NatureOfDeadline", ENTRY)),
                        20)))),
        optional("task:ManualInformation", Words.LONG));
  }

  private static List<Member> preservationTask() {
    return List.of(
        optional("task:Reference", Words.SHORT),
        receivers("task:Status", ENTRY),
        receivers("task:StatusReason", new Free()),
        optionalEtsiEntry("task:DesiredStatus"),
        optional("task:RequestDetails", requestDetails()),
        optional("task:DesiredPreservationExpiration", Formed.TIME),
        receivers("task:PreservationExpiration", Formed.TIME),
        optional("task:ApprovalDetails", new Free()),
        optional("task:CSPID", ENDPOINT),
        unserved("task:HandlingProfile"),
        unserved("task:Flags"),
        unserved("task:NationalLPTaskingParameters"),
        optional("task:ManualInformation", Words.LONG));
  }

  private static List<Member> document() {
    return List.of(
        optional("doc:DocumentReference", Words.SHORT),
        optional("doc:DocumentName", Words.SHORT),
        receivers("doc:DocumentStatus", ENTRY),
        unserved("doc:DocumentDesiredStatus"),
        unserved("doc:DocumentTimespan"),
        optionalEntry("doc:DocumentType"),
        unserved("doc:DocumentProperties"),
        optional(
            "doc:DocumentBody",
            Struct.of(
                required("doc:Contents", Formed.BASE64),
                required("doc:ContentType", Words.SHORT),
                unserved("doc:Checksum"))),
        unserved("doc:DocumentSignature"),
        receivers("doc:DocumentInvalidReason", new Free()),
        unserved("doc:NationalDocumentParameters"));
  }

  private static List<Member> notification() {
    return List.of(
        receivers("notification:NotificationDetails", Words.LONG),
        receivers("notification:NotificationType", ENTRY),
        receivers("notification:NewNotification", new Flag()),
        receivers("notification:NotificationTimestamp", Formed.TIME),
        receivers("notification:StatusOfAssociatedObjects", new Free()),
        unserved("notification:NationalNotificationParameters"));
  }

  private static List<Member> delivery() {
    return List.of(
        optional("delivery:Reference", Struct.of(optional("delivery:LDID", Words.SHORT))),
        optional("delivery:DeliveryID", Words.SHORT),
        optional("delivery:SequenceNumber", new Count(0)),
        optional("delivery:LastSequence", new Flag()),
        unserved("delivery:Manifest"),
        optional("delivery:Delivery", content()),
        // Whose it is depends on who delivers: ObjectRules.
        optionalEtsiEntry("delivery:DeliveryStatus"),
        unserved("delivery:EncryptionDetails"));
  }

  private static Struct content() {
    return Struct.of(
        optional(
            "delivery:BinaryData",
            Struct.of(
                optional("delivery:Data", Formed.BASE64),
                optional("delivery:ContentLength", new Count(0)),
                optional("delivery:ContentType", Words.SHORT),
                optional("delivery:Checksums", new Free()),
                optional("delivery:OriginalFilename", Words.SHORT))),
        unserved("delivery:JSONData"),
        unserved("delivery:XMLData"),
        optional("delivery:URL", new Free()),
        unserved("delivery:DataExistence"));
  }
}
