package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.FactUsed;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/** What findings tell of the facts that they rest on. */
class FactsUsedTest {

  private static final EmergencyFacts NO_DOMAIN =
      new EmergencyFacts(12, false, null, true, 0, 3, 0, null, Requests.RECEIVED_AT, null, "");

  static Stream<Arguments> conditions() {
    return Stream.of(
        arguments("a flag", "suspectConfirmed", "suspectConfirmed=true"),
        arguments("a word", "process == 'COURT_ORDER'", "process=COURT_ORDER"),
        arguments(
            "a number, and what it is worked out from",
            "orderAgeDays == 2",
            "issuedOn=2026-11-18 orderAgeDays=2 receivedAt=2026-11-20T12:00:00Z"),
        arguments(
            "several words",
            "'IP_ADDRESS' in orderable",
            "process=COURT_ORDER issuingAuthorityType=COURT orderable=CONTENT,DEVICE,IP_ADDRESS,PHONE_NUMBER,TRAFFIC,USERNAME_HISTORY"),
        arguments(
            "a day",
            "validUntilGiven && validUntil > issuedOn",
            "issuedOn=2026-11-18 validUntilGiven=true validUntil=2027-02-18"),
        arguments(
            "in a fixed order, whatever the condition's is",
            "itemCount == 1 && country == 'DE' && itemCount < mostItems",
            "country=DE narrowReading=false itemCount=1 mostItems=100"),
        arguments(
            "what an evaluation does not get to",
            "regime == 'NATIONAL' || channel == 'HI1'",
            "regime=NATIONAL channel=API"),
        arguments("nothing", "true", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void aFindingTellsWhatItsConditionRefersTo(String what, String condition, String told) {
    // Given
    Policy policy = policy(Scope.REQUEST, condition);

    // When
    List<Finding> findings = Shipped.analysis(policy, Requests.sound().build());

    // Then
    assertThat(findings).singleElement().satisfies(finding -> assertTold(finding, told));
  }

  @Test
  void ofWhatIsNotKnownTheNameAloneIsTold() {
    // Given
    Policy policy =
        policy(
            Scope.REQUEST,
            "accountAgeDays < 30 && domainAgeDays < 90 && !inOfficeHours && noticeDelayDays == 0"
                + " && validUntil > receivedAt");
    RequestSubmitted.Builder request = Requests.sound().setValidUntil(null);

    // When
    List<Finding> known = Shipped.analysis(policy, request.setEmergency(NO_DOMAIN).build());
    List<Finding> unknown = Shipped.analysis(policy, request.setEmergency(null).build());

    // Then: the account's age is recorded in an emergency alone
    assertTold(
        known.getFirst(),
        "validUntil= noticeDelayDays= receivedAt=2026-11-20T12:00:00Z accountAgeDays=12"
            + " domainAgeDays= inOfficeHours=");
    assertTold(
        unknown.getFirst(),
        "validUntil= noticeDelayDays= receivedAt=2026-11-20T12:00:00Z accountAgeDays="
            + " domainAgeDays= inOfficeHours=");
  }

  @Test
  void aFindingAboutAnItemTellsWhatThatItemAsksFor() {
    // Given
    Policy policy = policy(Scope.ITEM, "periodDays > 0 && 'IP_ADDRESS' in dataTypes");
    RequestedItem open =
        Requests.item("b").setFrom(null).setDataTypes(List.of("IP_ADDRESS", "CONTENT")).build();

    // When
    List<Finding> findings =
        Shipped.analysis(
            policy, Requests.sound().setItems(List.of(Requests.item("a").build(), open)).build());

    // Then
    assertThat(findings).hasSize(2);
    assertTold(
        findings.getFirst(),
        "dataTypes=IP_ADDRESS,PHONE_NUMBER fromGiven=true from=2026-05-01 toGiven=true"
            + " to=2026-11-01 periodDays=184");
    assertTold(
        findings.getLast(),
        "dataTypes=IP_ADDRESS,CONTENT fromGiven=false from=2025-11-20T12:00:00Z toGiven=true"
            + " to=2026-11-01 periodDays=346");
  }

  @Test
  void aFindingAboutManyItemsTellsWhatIsTheSameForAllOfThem() {
    // Given
    Policy policy =
        policy(Scope.ITEM, "itemCount > 1 && dataTypes.exists(type, type in disclosable)");
    RequestSubmitted request = Requests.sound().setItems(Requests.items(1_001)).build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding ->
                assertTold(
                    finding,
                    "process=COURT_ORDER itemCount=1001 disclosable=IP_ADDRESS,PHONE_NUMBER"));
  }

  @Test
  void whatBlocksSomeOfManyItemsIsToldWithoutFacts() {
    // Given
    Policy policy = Shipped.nationalAt(Requests.RECEIVED_AT);
    var items = new ArrayList<RequestedItem>(Requests.items(1_001));
    items.set(7, Requests.item("content").setDataTypes(List.of("CONTENT")).build());
    items.set(9, Requests.item("traffic").setDataTypes(List.of("TRAFFIC")).build());

    // When
    List<Finding> findings = Shipped.analysis(policy, Requests.sound().setItems(items).build());

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getItemId() != null)
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.getFacts()).isEmpty());
  }

  @Test
  void theSameRequestTellsTheSame() {
    // Given
    Policy policy = Shipped.nationalAt(Instant.parse("2026-11-23T00:00:00Z"));
    RequestSubmitted request =
        Requests.sound()
            .setProcess("EMERGENCY")
            .setEmergency(NO_DOMAIN)
            .setItems(List.of(Requests.item("a").setTo(null).build()))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.getFacts()).isNotEmpty())
        .isEqualTo(Shipped.analysis(policy, request));
  }

  private static void assertTold(Finding finding, String told) {
    assertThat(finding.getFacts())
        .isEqualTo(
            Stream.of(told.split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new FactUsed(pair[0], pair[1]))
                .toList());
  }

  /** The policy of November 2024 with this rule in place of its own. */
  private static Policy policy(Scope scope, String condition) {
    Policy shipped = Shipped.nationalAt(Requests.RECEIVED_AT);
    return new Policy(
        "test",
        shipped.digest(),
        shipped.effectiveFrom(),
        shipped.effectiveUntil(),
        shipped.governs(),
        shipped.heldFor(),
        shipped.legalBases(),
        shipped.offences(),
        shipped.breadth(),
        shipped.userNotice(),
        shipped.grounds(),
        List.of(
            new Rule(
                "rule",
                scope,
                Condition.compile(scope, condition),
                Severity.NOTE,
                null,
                "none",
                "It is so.")));
  }
}
