package org.writ.intake.hi1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;
import static org.writ.intake.hi1.Messages.wishing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

class HandoverRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String AUTHORISATION = "7dbbc880-8750-4d3c-abe7-ea4a17646045";
  private static final String TASK = "2b36a78b-b628-416d-bd22-404e68a0cd36";
  private static final String REQUEST = "01936f00-0000-7000-8000-000000000001";
  private static final String ITEM = "01936f00-0000-7000-8000-000000000002";

  private final Map<String, Known> known = new HashMap<>();

  @Test
  void authorisationWithItsTasksIsOneOrder() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(
                task(ObjectType.LD_TASK, id(), AUTHORISATION, "writ", "Username", "demo_user_1")));

    // Then
    assertThat(codes(decision)).containsOnly(0);
    assertThat(decision.authorisations()).hasSize(1);
    assertThat(decision.kept()).hasSize(3).allMatch(kept -> kept.generation() == 1);
    assertThat(decision.orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.requestId()).isEqualTo(decision.authorisations().getFirst());
              assertThat(order.tasks()).hasSize(2);
            });
  }

  @Test
  void keptObjectBelongsToItsSenderAndSaysSo() {
    // When
    var decision = decide(create(authorisation(AUTHORISATION)));

    // Then
    var kept = decision.kept().getFirst().object();
    assertThat(kept.text("CountryCode")).contains("XX");
    assertThat(kept.text("OwnerIdentifier")).contains("ACTOR01");
    assertThat(decision.orders()).isEmpty();
  }

  @Test
  void oneRefusedActionLeavesNothing() {
    // When
    var decision =
        decide(create(authorisation(AUTHORISATION)), get(id()), create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3014, 3000);
    assertThat(decision.kept()).isEmpty();
    assertThat(decision.orders()).isEmpty();
    assertThat(decision.authorisations()).isEmpty();
  }

  @Test
  void taskOfARefusedAuthorisationSaysThatItsLinkIsRefused() {
    // Given
    ObjectNode test = authorisation(AUTHORISATION);
    test.putObject("auth:AuthorisationFlags")
        .putArray("auth:AuthorisationFlag")
        .add(Terms.entry("ETSI", "AuthorisationFlag", "IsTest"));

    // When
    var decision = decide(create(test), create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3001, 3018);
  }

  @ParameterizedTest
  @CsvSource({"0 0,3000 3002", "1 0,3007 3007", "0 2,3000 3007", "5 6,3007 3007"})
  void actionIdentifiersCountFromZeroInOrder(String ids, String expected) {
    // Given
    ObjectNode message = message(id(), create(authorisation(AUTHORISATION)), get(AUTHORISATION));
    var actions = (ArrayNode) message.at("/Payload/RequestPayload/ActionRequests/ActionRequest");
    String[] sent = ids.split(" ");
    ((ObjectNode) actions.get(0)).put("ActionIdentifier", Integer.parseInt(sent[0]));
    ((ObjectNode) actions.get(1)).put("ActionIdentifier", Integer.parseInt(sent[1]));

    // When
    var decision = decideOn(message, Set.of());

    // Then
    assertThat(codes(decision).stream().map(String::valueOf)).containsExactly(expected.split(" "));
    assertThat(decision.kept()).isEmpty();
  }

  @Test
  void existingIdentifierIsNotCreatedAgain() {
    // Given
    submitted(RequestStatus.RECEIVED, null);

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION))))).containsExactly(3010);
  }

  @Test
  void sameIdentifierTwiceInAMessageIsRefused() {
    // When, then
    assertThat(
            codes(
                decide(create(authorisation(AUTHORISATION)), create(authorisation(AUTHORISATION)))))
        .containsExactly(3000, 3010);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CountryCode | \"DE\" | 3007",
        "OwnerIdentifier | \"ACTOR03\" | 3007",
        "Generation | 2 | 3007",
        "auth:AuthorisationCSPID | {\"CountryCode\": \"XX\", \"UniqueIdentifier\": \"ACTOR03\"} |"
            + " 3007",
        "auth:AuthorisationTimespan | {\"auth:StartTime\": \"2027-01-01T00:00:00Z\","
            + " \"auth:EndTime\": \"2026-01-01T00:00:00Z\"} | 3007",
        "auth:AuthorisationDesiredStatus | {\"common:Owner\": \"ETSI\", \"common:Name\": \"A\","
            + " \"common:Value\": \"Cancelled\"} | 3007",
        "auth:AuthorisationDesiredStatus | {\"common:Owner\": \"ETSI\", \"common:Name\": \"A\","
            + " \"common:Value\": \"SubmittedToCSP\"} | 0",
        "AssociatedObjects | {\"AssociatedObject\": [\"11111111-1111-4111-8111-111111111111\"]} |"
            + " 3016"
      })
  void authorisationIsChecked(String member, String json, int code) {
    // Given
    ObjectNode object = authorisation(AUTHORISATION);
    object.set(member, Messages.parse(json));

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "ETSI,InternationalE164,442079460223,0",
    "ETSI,InternationalE164,+442079460223,3007",
    "ETSI,InternationalE164,0123,3007",
    "ETSI,IPv4Address,192.0.2.1,0",
    "ETSI,IPv4Address,2001:db8::1,3007",
    "ETSI,IPv4Address,192.0.2.256,3007",
    "ETSI,IPv6Address,2001:db8::1,0",
    "ETSI,IPv6Address,192.0.2.1,3007",
    "writ,Username,demo_user_1,0",
    "writ,Username,@demo,3007",
    "writ,AccountId,1000001,0",
    "writ,AccountId,abc,3007",
    "ETSI,Username,demo_user_1,3001",
    "ETSI,IMSI,999700000000001,3001"
  })
  void targetMustBeOfAFormatThatIsServed(String owner, String format, String value, int code) {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(ObjectType.LD_TASK, TASK, AUTHORISATION, owner, format, value)));

    // Then
    assertThat(codes(decision).getLast()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task:Type | {\"common:Owner\": \"ETSI\", \"common:Name\": \"RequestType\","
            + " \"common:Value\": \"SubscriberData\"} | 0",
        "task:Type | {\"common:Owner\": \"ETSI\", \"common:Name\": \"RequestType\","
            + " \"common:Value\": \"Other\"} | 3001",
        "task:StartTime | \"2027-01-01T00:00:00Z\" | 3007",
        "task:EndTime | \"2027-01-01T00:00:00Z\" | 3007",
        "task:EndTime | \"1969-01-01T00:00:00Z\" | 3007",
        "task:ObservedTime | \"2026-01-01T00:00:00Z\" | 3001",
        "task:Subtype | {} | 3001"
      })
  void detailsOfATaskAreChecked(String member, String json, int code) {
    // Given
    ObjectNode object = task(TASK, AUTHORISATION);
    ((ObjectNode) object.get("task:RequestDetails")).set(member, Messages.parse(json));

    // When
    var decision = decide(create(authorisation(AUTHORISATION)), create(object));

    // Then
    assertThat(codes(decision).getLast()).isEqualTo(code);
  }

  @Test
  void taskWithoutDetailsOrWithSeveralValuesIsRefused() {
    // Given
    ObjectNode none = task(TASK, AUTHORISATION);
    none.remove("task:RequestDetails");
    ObjectNode several = task(TASK, AUTHORISATION);
    var values =
        (ArrayNode) several.at("/task:RequestDetails/task:RequestValues/task:RequestValue");
    values.add(values.get(0).deepCopy());

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(none))).getLast())
        .isEqualTo(3005);
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(several))).getLast())
        .isEqualTo(3001);
  }

  @Test
  void taskNeedsAnAuthorisationThatItCanJoin() {
    // Given
    ObjectNode alone = task(TASK, AUTHORISATION);
    alone.remove("AssociatedObjects");

    // When, then
    assertThat(codes(decide(create(alone)))).containsExactly(3005);
    assertThat(codes(decide(create(task(TASK, AUTHORISATION))))).containsExactly(3016);

    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // Then
    assertThat(codes(decide(create(task(id(), AUTHORISATION))))).containsExactly(3012);

    // Given
    submitted(RequestStatus.REFUSED, ItemResult.REFUSED);

    // Then
    assertThat(codes(decide(create(task(id(), AUTHORISATION))))).containsExactly(3017);
  }

  @Test
  void taskOfALaterMessageMakesTheAuthorisationARequest() {
    // Given
    var first = decide(create(authorisation(AUTHORISATION)));
    keep(first, null, 0);

    // When
    var decision = decide(create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.authorisations()).isEmpty();
    assertThat(decision.orders())
        .singleElement()
        .satisfies(
            order -> assertThat(order.requestId()).isEqualTo(first.authorisations().getFirst()));
  }

  @Test
  void disclosureAndPreservationAreTwoAuthorisations() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(task(ObjectType.LP_TASK, id(), AUTHORISATION, "writ", "AccountId", "1000001")));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3000, 3007);
  }

  @Test
  void sameQuestionTwiceIsRefused() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)),
            create(task(id(), AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3000, 3007);
  }

  @Test
  void receiversObjectsAreNotTheSenders() {
    // When, then
    assertThat(codes(decide(create(Messages.object(ObjectType.NOTIFICATION, id())))))
        .containsExactly(3001);
    assertThat(codes(decide(create(Messages.object(ObjectType.DELIVERY, id())))))
        .containsExactly(3001);
    assertThat(codes(decide(Messages.deliver(authorisation(id()))))).containsExactly(3001);
  }

  @Test
  void documentBelongsToARequestThatIsThere() {
    // Given
    ObjectNode document = Messages.object(ObjectType.DOCUMENT, id());
    document.putObject("AssociatedObjects").putArray("AssociatedObject").add(AUTHORISATION);
    ObjectNode empty = document.deepCopy();
    document
        .putObject("doc:DocumentBody")
        .put("doc:Contents", "JVBERi0xLjc=")
        .put("doc:ContentType", "application/pdf");

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(document))))
        .containsExactly(3000, 3001);

    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // When
    var decision = decide(create(document));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.papers()).hasSize(1);
    var kept = decision.kept().getFirst().object();
    assertThat(kept.at("doc:DocumentBody", "doc:Contents").isMissingNode())
        .as("Bytes are kept with the request's documents only")
        .isTrue();
    assertThat(PaperContent.of(decision.papers().getFirst().object())).isPresent();
    assertThat(codes(decide(create(empty)))).containsExactly(3005);
  }

  @Test
  void cancellingTakesTheRequestBack() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // When
    var decision =
        decide(
            update(wishing(Messages.object(ObjectType.AUTHORISATION, AUTHORISATION), "Cancelled")));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.withdrawn()).containsExactly(REQUEST);
    assertThat(decision.kept())
        .singleElement()
        .satisfies(kept -> assertThat(kept.generation()).isEqualTo(2));
  }

  @Test
  void cancellingAnAuthorisationWithoutTasksTakesNothingBack() {
    // Given
    keep(decide(create(authorisation(AUTHORISATION))), null, 0);

    // When
    var decision = decide(update(wishing(authorisation(AUTHORISATION), "Cancelled")));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.withdrawn()).isEmpty();
    keep(decision, null, 0);
    assertThat(codes(decide(create(task(TASK, AUTHORISATION))))).containsExactly(3017);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"REFUSED", "EXPIRED", "WITHDRAWN"})
  void objectInAFinalStateStaysAsItIs(RequestStatus status) {
    // Given
    submitted(status, null);

    // When, then
    assertThat(codes(decide(update(wishing(authorisation(AUTHORISATION), "Cancelled")))))
        .containsExactly(3012);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,3008", "7,3008"})
  void generationIsTheLockOfAnUpdate(long generation, int code) {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode object = wishing(authorisation(AUTHORISATION), "Cancelled");
    object.put("Generation", generation);

    // When, then
    assertThat(codes(decide(update(object)))).containsExactly(code);
  }

  @Test
  void unknownObjectsAreNotFound() {
    // When, then
    assertThat(codes(decide(update(authorisation(AUTHORISATION))))).containsExactly(3011);
    assertThat(codes(decide(get(AUTHORISATION)))).containsExactly(3014);
  }

  @Test
  void whatIsUnderReviewIsNotChanged() {
    // Given
    submitted(RequestStatus.RECEIVED, null);
    ObjectNode object = authorisation(AUTHORISATION);
    object.put("auth:AuthorisationReference", "another");

    // When, then
    assertThat(codes(decide(update(object)))).containsExactly(3007);
  }

  @Test
  void authorisationWithoutTasksIsChanged() {
    // Given
    keep(decide(create(authorisation(AUTHORISATION))), null, 0);
    ObjectNode changes = Messages.object(ObjectType.AUTHORISATION, AUTHORISATION);
    changes.put("Generation", 1).put("auth:AuthorisationReference", "another");

    // When
    var decision = decide(update(changes));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    var kept = decision.kept().getFirst();
    assertThat(kept.generation()).isEqualTo(2);
    assertThat(kept.object().text("auth:AuthorisationReference")).contains("another");
    assertThat(kept.object().text("auth:AuthorisationTimespan", "auth:EndTime")).isPresent();
  }

  @Test
  void oneOfSeveralTasksCannotBeTakenBackAlone() {
    // Given
    submitted(RequestStatus.RECEIVED, null);
    var only = requireNonNull(known.get(TASK));
    known.put(TASK, new Known(only.object(), REQUEST, ITEM, 1, NOW, only.standing(), 2));

    // When, then
    assertThat(
            codes(decide(update(wishing(Messages.object(ObjectType.LD_TASK, TASK), "Cancelled")))))
        .containsExactly(3001);
  }

  @Test
  void whatIsIssuedCanBeReadAndNotChanged() {
    // Given
    String delivery = DerivedId.of(REQUEST, DerivedId.Kind.DELIVERY, 0);
    var issued = Set.of(delivery);

    // When, then
    assertThat(codes(decideOn(message(id(), get(delivery)), issued))).containsExactly(0);
    assertThat(
            codes(
                decideOn(
                    message(id(), update(Messages.object(ObjectType.DELIVERY, delivery))), issued)))
        .containsExactly(3001);
  }

  private Decision decide(ObjectNode... actions) {
    return decideOn(message(id(), actions), Set.of());
  }

  private Decision decideOn(ObjectNode message, Set<String> issued) {
    var sound = Messages.sound(message);
    var ids = new ArrayList<String>();
    sound.actions().forEach(action -> ids.add(id()));
    return HandoverRules.decide(
        sound,
        known,
        new HandoverRules.Context(
            Messages.SENDER, Messages.US, NOW, ids, List.copyOf(ids), 1_000, issued));
  }

  /** What a decision leaves behind. */
  private void keep(Decision decision, @Nullable RequestStanding standing, int tasks) {
    for (var kept : decision.kept()) {
      known.put(
          kept.object().id(),
          new Known(
              kept.object(),
              kept.requestId(),
              kept.itemId(),
              kept.generation(),
              NOW,
              standing,
              tasks));
    }
  }

  private void submitted(RequestStatus status, @Nullable ItemResult result) {
    var standing =
        new RequestStanding(
            status,
            result == null ? Map.of() : Map.of(ITEM, new RequestStanding.Item(result, null)),
            List.of(new RequestStanding.Step(status, NOW)),
            List.of(),
            null,
            null);
    known.put(
        AUTHORISATION,
        new Known(
            kept(ObjectType.AUTHORISATION, authorisation(AUTHORISATION)),
            REQUEST,
            null,
            1,
            NOW,
            standing,
            1));
    known.put(
        TASK,
        new Known(
            kept(ObjectType.LD_TASK, task(TASK, AUTHORISATION)),
            REQUEST,
            ITEM,
            1,
            NOW,
            standing,
            1));
  }

  private static HandoverObject kept(ObjectType type, ObjectNode members) {
    return ObjectRules.owned(new HandoverObject(type, members), Messages.SENDER);
  }

  private static List<Integer> codes(Decision decision) {
    return decision.outcomes().stream()
        .map(Decision.Outcome::refusal)
        .map(refusal -> refusal == null ? 0 : refusal.code())
        .toList();
  }
}
