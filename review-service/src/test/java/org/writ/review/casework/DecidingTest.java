package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.writ.review.casework.DecisionBodies.approve;
import static org.writ.review.casework.DecisionBodies.approveUpTo;
import static org.writ.review.casework.DecisionBodies.body;
import static org.writ.review.casework.DecisionBodies.read;
import static org.writ.review.casework.DecisionBodies.refuse;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemExplanation;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.Severity;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.policy.Requests;

class DecidingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
  private static final CaseState HELD = new Claimed("rita", NOW.plusSeconds(1));
  private static final String APPROVE_1 = approve("item-1", "IP_ADDRESS", "PHONE_NUMBER");
  private static final String APPROVE_2 = approve("item-2", "IP_ADDRESS", "PHONE_NUMBER");
  private static final String REFUSE_1 = refuse("item-1", "NO_SUSPECT");
  private static final String REFUSE_2 = refuse("item-2", "OVERBROAD");

  @Test
  void everythingThatWasAskedIsApproved() {
    // When
    NewEvent event = decide(Cases.opened(2), body(APPROVE_2, APPROVE_1));

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
    assertThat(decided.getDecidedBy()).isEqualTo("rita");
    assertThat(decided.getAgency()).isEqualTo("agency-de");
    assertThat(decided.getPolicy()).isEqualTo(Cases.POLICY.reference());
    assertThat(decided.getRecipientCertificate()).isNotNull();
    assertThat(decided.getItems())
        .containsExactly(
            approved("item-1", "2026-05-01T00:00:00Z", "2026-11-01T00:00:00Z"),
            approved("item-2", "2026-05-01T00:00:00Z", "2026-11-01T00:00:00Z"));
  }

  @Test
  void whatDisclosureMustKnowAboutPersonsIsSealedAndNoMore() {
    // Given
    String explained =
        """
        {"itemId":"item-2","outcome":"REFUSE","ground":"OVERBROAD","explanation":"too much"}\
        """;

    // When
    NewEvent event =
        decide(
            Cases.opened(2),
            "{\"items\":[%s,%s],\"note\":\"fine\"}".formatted(APPROVE_1, explained));

    // Then
    assertThat(event.personal())
        .isEqualTo(
            new DecisionDetails(
                "AZ 1",
                "Amtsgericht Musterstadt",
                List.of(new CaseIdentifier("item-1", "+49item-1")),
                List.of(new ItemExplanation("item-2", "too much")),
                "fine",
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "narrower data types |"
            + "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\"]}",
        "later start |{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\","
            + "\"PHONE_NUMBER\"],\"from\":\"2026-05-01T00:00:00.001Z\"}",
        "earlier end |{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\","
            + "\"PHONE_NUMBER\"],\"to\":\"2026-10-31T23:59:59Z\"}"
      })
  void anythingLessThanAllOfAnItemIsAPartlyApproval(String what, String item) {
    // When
    NewEvent event = decide(Cases.opened(1), body(item));

    // Then
    assertThat(((CaseDecided) event.data()).getOutcome()).isEqualTo(CaseOutcome.PARTLY_APPROVED);
  }

  @Test
  void oneRefusedItemMakesAPartlyApproval() {
    // When
    NewEvent event = decide(Cases.opened(2), body(APPROVE_1, REFUSE_2));

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.PARTLY_APPROVED);
    assertThat(decided.getItems().getLast())
        .isEqualTo(
            new ItemDecision(
                "item-2", ItemOutcome.REFUSED, "PHONE_NUMBER", List.of(), null, null, "OVERBROAD"));
  }

  @Test
  void allItemsRefusedIsARefusalThatNamesNoIdentifier() {
    // When
    NewEvent event = decide(Cases.opened(2), body(REFUSE_1, REFUSE_2));

    // Then
    assertThat(((CaseDecided) event.data()).getOutcome()).isEqualTo(CaseOutcome.REFUSED);
    assertThat(event.personal())
        .isInstanceOfSatisfying(
            DecisionDetails.class, details -> assertThat(details.getIdentifiers()).isEmpty());
  }

  @Test
  void anOpenPeriodIsApprovedFromTheOldestDataHeldToTheReceipt() {
    // Given
    CaseOpened opened = openedWith(item -> item.setFrom(null).setTo(null));

    // When
    NewEvent event = decide(opened, body(APPROVE_1));

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getItems())
        .containsExactly(approved("item-1", "2025-11-20T12:00:00Z", "2026-11-20T12:00:00Z"));
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2025-11-20T11:59:59.999Z, /items/0/from is earlier than what was asked",
    "to, 2026-11-20T12:00:00.001Z, /items/0/to is later than what was asked"
  })
  void anOpenPeriodDoesNotReachFurtherThanThat(String end, String time, String fault) {
    // Given
    CaseOpened opened = openedWith(item -> item.setFrom(null).setTo(null));

    // When
    InvalidDecision refusal = refusal(opened, body(approveUpTo("item-1", end, time)));

    // Then
    assertThat(faults(refusal)).singleElement().asString().startsWith(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "from, 2026-04-30T23:59:59Z, /items/0/from is earlier than what was asked",
    "to, 2026-11-01T00:00:00.001Z, /items/0/to is later than what was asked",
    "from, 2026-11-01T00:00:00Z, /items/0/to leaves no period",
    "from, yesterday, /items/0/from must be a time in UTC"
  })
  void aPeriodIsNeverWiderThanAskedNorEmpty(String end, String time, String fault) {
    // When
    InvalidDecision refusal = refusal(Cases.opened(1), body(approveUpTo("item-1", end, time)));

    // Then
    assertThat(faults(refusal)).singleElement().asString().startsWith(fault);
  }

  @Test
  void aPeriodThatLiesBeforeWhatIsHeldCannotBeApproved() {
    // Given
    CaseOpened opened =
        openedWith(item -> item.setFrom(null).setTo(Instant.parse("2025-01-01T00:00:00Z")));

    // When
    InvalidDecision refusal = refusal(opened, body(APPROVE_1));

    // Then
    assertThat(faults(refusal))
        .singleElement()
        .asString()
        .startsWith("/items/0/to leaves no period");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DEVICE | /items/0/dataTypes/0 was not asked for",
        "CONTENT | /items/0/dataTypes/0 may not be disclosed under policy 2024-09-valid-orders"
      })
  void aDataTypeIsApprovedOnlyIfAskedForAndAllowed(String type, String fault) {
    // Given
    CaseOpened opened = openedWith(item -> item.setDataTypes(List.of("IP_ADDRESS", "CONTENT")));

    // When
    InvalidDecision refusal = refusal(opened, body(approve("item-1", type)));

    // Then
    assertThat(faults(refusal)).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\"}"
            + "| /items/0/dataTypes must name at least one to approve the item",
        "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[]}"
            + "| /items/0/dataTypes must name at least one to approve the item",
        "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\",\"IP_ADDRESS\"]}|"
            + " /items/0/dataTypes/1 is there twice",
        "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[7,\"IP_ADDRESS\"]}"
            + "| /items/0/dataTypes/0 must be a string",
        "{\"itemId\":\"item-1\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\"],"
            + "\"ground\":\"OVERBROAD\"}| /items/0/ground belongs to a refusal only",
        "{\"itemId\":\"item-1\",\"outcome\":\"REFUSE\"}"
            + "| /items/0/ground must be one of DATA_NOT_HELD",
        "{\"itemId\":\"item-1\",\"outcome\":\"REFUSE\",\"ground\":\"NO_MOOD\"}"
            + "| /items/0/ground must be one of DATA_NOT_HELD",
        "{\"itemId\":\"item-1\",\"outcome\":\"REFUSE\",\"ground\":7}"
            + "| /items/0/ground must be a string",
        "{\"itemId\":\"item-1\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\","
            + "\"dataTypes\":[\"IP_ADDRESS\"]}| /items/0/dataTypes belongs to an approval only",
        "{\"itemId\":\"item-1\",\"outcome\":\"PERHAPS\"}"
            + "| /items/0/outcome must be one of APPROVE, REFUSE",
        "{\"itemId\":\"item-1\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\",\"mood\":1}"
            + "| /items/0/mood is not known here",
        "{\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}| /items/0/itemId is required",
        "7| /items/0 must be an object"
      })
  void aFaultOfAnItemIsNamedByItsPointer(String item, String fault) {
    // When
    InvalidDecision refusal = refusal(Cases.opened(1), body(item));

    // Then
    assertThat(faults(refusal)).anySatisfy(found -> assertThat(found).startsWith(fault));
  }

  @Test
  void anItemThatIsMissingUnknownOrThereTwiceIsNamed() {
    // When
    InvalidDecision refusal =
        refusal(Cases.opened(2), body(REFUSE_1, REFUSE_1, refuse("item-9", "OVERBROAD")));

    // Then
    assertThat(faults(refusal))
        .containsExactly(
            "/items/1/itemId is decided twice",
            "/items/2/itemId is no item of this case",
            "/items item item-2 is not decided");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    // Given
    String body =
        """
        {"items":[{"itemId":"item-1","outcome":"APPROVE","dataTypes":["CONTENT"],"from":"x"},
                  {"itemId":"item-2","outcome":"REFUSE","dataTypes":["IP_ADDRESS"]}],
         "note":7,"mood":"good"}
        """;

    // When
    InvalidDecision refusal = refusal(Cases.opened(2), body);

    // Then
    assertThat(faults(refusal).stream().map(fault -> fault.substring(0, fault.indexOf(' '))))
        .containsExactlyInAnyOrder(
            "/items/0/from",
            "/note",
            "/mood",
            "/items/0/dataTypes/0",
            "/items/1/ground",
            "/items/1/dataTypes");
  }

  @ParameterizedTest
  @CsvSource({"[]", "{}", "7"})
  void aBodyWithoutItemsIsRefused(String body) {
    assertThat(refusal(Cases.opened(1), body).faults()).isNotEmpty();
  }

  @Test
  void aBlockingFindingAboutTheRequestBlocksEveryApproval() {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(2), Severity.BLOCKING, null);

    // When / Then
    assertThatThrownBy(() -> decide(opened, body(APPROVE_1, REFUSE_2)))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("a-rule");
    assertThat(decide(opened, body(REFUSE_1, REFUSE_2)).data()).isInstanceOf(CaseDecided.class);
  }

  @Test
  void aBlockingFindingAboutAnItemBlocksThatItemOnly() {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(2), Severity.BLOCKING, "item-2");

    // When / Then
    assertThatThrownBy(() -> decide(opened, body(REFUSE_1, APPROVE_2)))
        .isInstanceOf(CaseConflict.class);
    assertThat(decide(opened, body(APPROVE_1, REFUSE_2)).data()).isInstanceOf(CaseDecided.class);
  }

  @Test
  void aNoteBlocksNothing() {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(1), Severity.NOTE, null);

    // When
    NewEvent event = decide(opened, body(APPROVE_1));

    // Then
    assertThat(((CaseDecided) event.data()).getOutcome()).isEqualTo(CaseOutcome.APPROVED);
  }

  @Test
  void onlyTheHolderDecides() {
    assertNotHeld(new Open(), "claim it first");
    assertNotHeld(new Claimed("raj", NOW.plusSeconds(1)), "claim it first");
    assertNotHeld(new Claimed("rita", NOW), "lapses");
    assertNotHeld(new Decided(CaseOutcome.REFUSED), "decided already");
  }

  @Test
  void anErasedCaseCanOnlyBeRefusedAndKeepsNoReasons() {
    // Given
    CaseOpened opened = Cases.opened(1);

    // When
    NewEvent event = decide(HELD, opened, null, body(REFUSE_1));

    // Then
    assertThat(event.personal()).isNull();
    assertThatThrownBy(() -> decide(HELD, opened, null, body(APPROVE_1)))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("erased");
  }

  private static void assertNotHeld(CaseState state, String message) {
    assertThatThrownBy(() -> decide(state, Cases.opened(1), Cases.details(1), body(REFUSE_1)))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining(message);
  }

  private static CaseOpened openedWith(UnaryOperator<RequestedItem.Builder> change) {
    return Cases.opened(
        Requests.sound().setItems(List.of(change.apply(Requests.item("item-1")).build())).build());
  }

  private static ItemDecision approved(String itemId, String from, String to) {
    return new ItemDecision(
        itemId,
        ItemOutcome.APPROVED,
        "PHONE_NUMBER",
        List.of("IP_ADDRESS", "PHONE_NUMBER"),
        Instant.parse(from),
        Instant.parse(to),
        null);
  }

  private static NewEvent decide(CaseOpened opened, String body) {
    return decide(HELD, opened, Cases.details(opened.getItems().size()), body);
  }

  private static NewEvent decide(
      CaseState state, CaseOpened opened, @Nullable CaseDetails details, String body) {
    return Deciding.decide(
        Cases.standing(state), opened, false, details, Cases.POLICY, read(body), "rita", NOW);
  }

  private static InvalidDecision refusal(CaseOpened opened, String body) {
    return catchThrowableOfType(InvalidDecision.class, () -> decide(opened, body));
  }

  private static List<String> faults(InvalidDecision refusal) {
    return refusal.faults().stream().map(f -> f.pointer() + " " + f.detail()).toList();
  }
}
