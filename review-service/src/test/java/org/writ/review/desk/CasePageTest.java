package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.EmergencyFacts;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CasePageTest {

  private static final Instant UNDER_THE_SECOND_POLICY = Instant.parse("2026-11-22T10:00:00Z");

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;
  private PageVisitor rita = new PageVisitor();

  CasePageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    rita = PageVisitor.signedIn("rita");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void formStartsFromWhatThePolicyAllowsAndIsSentOnceItWasLookedAt() {
    // Given
    String id = claimed(List.of(itemId));
    var form = rita.get(address(id));
    assertThat(form.html())
        .contains("Amtsgericht Musterstadt", "+4915100000001", "Facts")
        .containsPattern("value=\"APPROVE\"[^>]* checked");

    // When
    var summary = rita.post(address(id) + "/decision", fields(form, "review"));
    var done = rita.post(address(id) + "/decision", fields(summary, "send"));

    // Then
    assertThat(summary.html())
        .contains("Send this decision?", "Data of 1 accounts is disclosed", "+4915100000001");
    assertThat(Reviewer.SOFIA.read(id).jsonPath().getString("status")).isEqualTo("DECIDED");
    assertThat(done.address().toString()).endsWith("?done=decided");
    assertThat(done.html()).contains("The case is decided.");
  }

  @Test
  void lookingAtADecisionChangesNothing() {
    // Given
    String id = claimed(List.of(itemId));

    // When
    rita.post(address(id) + "/decision", fields(rita.get(address(id)), "review"));

    // Then
    Reviewer.SOFIA.read(id).then().body("status", equalTo("CLAIMED"));
  }

  @Test
  void whatIsWrongIsSaidAtTheItemAndKeepsWhatWasTyped() {
    // Given
    String id = claimed(List.of(itemId));
    var form = rita.get(address(id));

    // When
    var page =
        rita.post(
            address(id) + "/decision",
            List.of(
                Map.entry("seen", form.hidden().get("seen")),
                Map.entry("at", "0"),
                Map.entry("o." + itemId, "REFUSE"),
                Map.entry("g." + itemId, ""),
                Map.entry("e." + itemId, "Too <b>much</b>"),
                Map.entry("note", "Think about it"),
                Map.entry("go", "review")));

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains(
            "There is something to correct",
            "Please choose the ground of the refusal.",
            "Too &lt;b&gt;much&lt;/b&gt;",
            "Think about it",
            "value=\"REFUSE\" aria-describedby=\"fault-0\"")
        .doesNotContain("<b>much");
  }

  @Test
  void whoeverSawAnEarlierStateIsToldSoAndKeepsWhatWasTyped() {
    // Given
    String id = claimed(List.of(itemId));
    var fields = fields(rita.get(address(id)), "send");
    type(fields, "note", "Typed for long");
    Reviewer.RITA.step(id, "clarification", Reviewer.RITA.etag(id), "{\"question\":\"Which?\"}");

    // When
    var page = rita.post(address(id) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(412);
    assertThat(page.html()).contains("The case has changed since you opened it", "Typed for long");
    Reviewer.SOFIA.read(id).then().body("status", equalTo("CLARIFICATION_REQUESTED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page:0", "edit", "start"})
  void turningAPageDoesNotHideThatTheCaseHasChanged(String button) {
    // Given
    String id = claimed(List.of(itemId));
    var fields = fields(rita.get(address(id)), button);
    Reviewer.RITA.step(id, "clarification", Reviewer.RITA.etag(id), "{\"question\":\"Which?\"}");

    // When
    var turned = rita.post(address(id) + "/decision", fields);
    var told = rita.post(address(id) + "/decision", fields(turned, "review"));
    var again = rita.post(address(id) + "/decision", fields(told, "review"));

    // Then
    assertThat(turned.status()).isEqualTo(200);
    assertThat(told.status()).isEqualTo(412);
    assertThat(again.html()).contains("Send this decision?");
  }

  @Test
  void whoeverDoesNotHoldItSeesNoFormAndDecidesNothing() {
    // Given
    String id = intake.submit(intake.sound());
    Reviewer.RAJ.claim(id);

    // When
    var page = rita.get(address(id));
    var claim = rita.post(address(id) + "/claim", List.of());

    // Then
    assertThat(page.html()).contains("Held by").doesNotContain("value=\"review\"");
    assertThat(claim.status()).isEqualTo(409);
    assertThat(claim.html()).contains("Somebody else holds the case");
  }

  @Test
  void secondPersonSeesTheProposalAndConfirmsIt() {
    // Given
    String id = proposed();
    var raj = PageVisitor.signedIn("raj");

    // When
    var own = rita.get(address(id));
    var form = raj.get(address(id));
    var done =
        raj.post(
            address(id) + "/confirmation", List.of(Map.entry("seen", form.hidden().get("seen"))));

    // Then
    assertThat(own.html()).contains("You proposed it").doesNotContain("/confirmation");
    assertThat(form.html()).contains("A decision waits for a second person", "is disclosed to");
    assertThat(done.html()).contains("You have confirmed the decision.");
    Reviewer.SOFIA.read(id).then().body("status", equalTo("DECIDED"));
  }

  @Test
  void objectionNeedsAReason() {
    // Given
    String id = proposed();
    var raj = PageVisitor.signedIn("raj");
    String seen = raj.get(address(id)).hidden().get("seen");

    // When
    var blank =
        raj.post(
            address(id) + "/objection", List.of(Map.entry("seen", seen), Map.entry("reason", "")));
    var done =
        raj.post(
            address(id) + "/objection",
            List.of(Map.entry("seen", seen), Map.entry("reason", "Too wide")));

    // Then
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.html()).contains("Please fill this in.");
    assertThat(done.html()).contains("You have objected.", "Too wide");
  }

  @Test
  void agencyIsAskedAndTheCaseGivenBack() {
    // Given
    String id = claimed(List.of(itemId));
    String seen = rita.get(address(id)).hidden().get("seen");

    // When
    var asked =
        rita.post(
            address(id) + "/clarification",
            List.of(Map.entry("seen", seen), Map.entry("question", "Which account?")));
    var released =
        rita.post(address(id) + "/release", List.of(Map.entry("seen", asked.hidden().get("seen"))));

    // Then
    assertThat(asked.html()).contains("The agency is asked.", "Which account?", "Agency asked");
    assertThat(released.html()).contains("Claim this case").doesNotContain("Claimed by you");
  }

  @Test
  void caseOfVeryManyItemsIsDecidedFromItsPages() {
    // Given
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID().toString()).toList();
    String id = claimed(ids);
    var first = rita.get(address(id));
    assertThat(first.html()).contains("o." + ids.get(24)).doesNotContain("o." + ids.get(25));

    // When
    var fields = fields(first, "page:50");
    type(fields, "o." + ids.get(3), "REFUSE");
    type(fields, "g." + ids.get(3), "OVERBROAD");
    var last = rita.post(address(id) + "/decision", fields);
    assertThat(last.html())
        .contains("o." + ids.get(59), "name=\"g." + ids.get(3) + "\" value=\"OVERBROAD\"")
        .doesNotContain("o." + ids.get(4));
    var summary = rita.post(address(id) + "/decision", fields(last, "review"));
    rita.post(address(id) + "/decision", fields(summary, "send"));

    // Then
    assertThat(summary.html()).contains("Data of 59 accounts", "1 accounts are refused");
    var decided = Reviewer.SOFIA.read(id).jsonPath();
    assertThat(decided.getString("decision.outcome")).isEqualTo("PARTLY_APPROVED");
    assertThat(decided.getList("decision.items.findAll { it.outcome == 'REFUSED' }.itemId"))
        .isEqualTo(List.of(ids.get(3)));
  }

  @Test
  void seniorReviewerOverridesABlockingFindingWithAReason() {
    // Given
    var sofia = PageVisitor.signedIn("sofia");
    String id = blocked(Reviewer.SOFIA);
    var fields = fields(sofia.get(address(id)), "review");
    type(fields, "o." + itemId, "APPROVE");
    type(fields, "r.suspect-confirmed", "The court's letter <b>confirms</b> it");

    // When
    var summary = sofia.post(address(id) + "/decision", fields);
    var done = sofia.post(address(id) + "/decision", fields(summary, "send"));

    // Then
    assertThat(summary.html())
        .contains("Overridden, “suspect-confirmed”:", "&lt;b&gt;confirms&lt;/b&gt;");
    assertThat(done.html()).contains("The case is decided.", "Overridden, “suspect-confirmed”:");
    Reviewer.SOFIA
        .read(id)
        .then()
        .body("decision.outcome", equalTo("APPROVED"))
        .body("decision.overrides[0].rule", equalTo("suspect-confirmed"));
  }

  @Test
  void overrideOfWhatIsRefusedIsNotTaken() {
    // Given
    var sofia = PageVisitor.signedIn("sofia");
    String id = blocked(Reviewer.SOFIA);
    var fields = fields(sofia.get(address(id)), "review");
    type(fields, "r.suspect-confirmed", "The court's letter confirms it");

    // When
    var page = sofia.post(address(id) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains(
            "An override is only for what stands against an approval.",
            "The court&#39;s letter confirms it");
  }

  @Test
  void othersAreOfferedNoOverrideAndHaveNone() {
    // Given
    String id = blocked(Reviewer.RITA);
    var form = rita.get(address(id));
    var fields = fields(form, "review");
    type(fields, "o." + itemId, "APPROVE");
    type(fields, "r.suspect-confirmed", "Because");

    // When
    var page = rita.post(address(id) + "/decision", fields);

    // Then
    assertThat(form.html()).doesNotContain("Override");
    assertThat(page.status()).isEqualTo(403);
    Reviewer.RITA.read(id).then().body("status", equalTo("CLAIMED"));
  }

  @Test
  void everythingIsRefusedOnOneGround() {
    // Given
    String id = claimed(List.of(itemId, UUID.randomUUID().toString()));
    var fields = fields(rita.get(address(id)), "refuse");
    type(fields, "allGround", "OVERBROAD");

    // When
    var form = rita.post(address(id) + "/decision", fields);
    var summary = rita.post(address(id) + "/decision", fields(form, "review"));

    // Then
    assertThat(summary.html()).contains("2 accounts are refused").doesNotContain("is disclosed to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NONSENSE"})
  void refusalOfEverythingWithoutAGroundKeepsWhatWasTyped(String ground) {
    // Given
    String id = claimed(List.of(itemId));
    var fields = fields(rita.get(address(id)), "refuse");
    type(fields, "e." + itemId, "Typed for long");
    type(fields, "allGround", ground);

    // When
    var page = rita.post(address(id) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("id=\"allGround-fault\">Please choose the ground", "Typed for long")
        .containsPattern("value=\"APPROVE\"[^>]* checked");
  }

  @Test
  void documentIsARecordedReadingAndNotForWhomIsInConflict() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String id = intake.submit(intake.sound().setAgency(agency));
    String document = address(id) + "/documents/00000000-0000-7000-8000-000000000000";

    // When
    var fetched = List.of(rita.get(document), rita.get(document));
    Reviewer.RITA.declareConflict(agency);
    var refused = rita.get(document);

    // Then
    assertThat(fetched).extracting(PageVisitor.Page::status).containsOnly(503);
    assertThat(refused.status()).isEqualTo(404);
    Reviewer.SOFIA
        .read(id)
        .then()
        .body("timeline.type", contains("CaseOpened", "CaseRead", "CaseRead"))
        .body("timeline[1].actor", equalTo("reviewer:" + Reviewer.RITA.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00000000-0000-7000-8000-000000000000"})
  void caseThatIsNoneIsAPageThatSaysSo(String id) {
    // When
    var page = rita.get("/desk/cases/" + id);

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html()).contains("There is no case at this address.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "nonsense", "99999999999999999999"})
  void stateThatNobodySawIsStale(String seen) {
    // Given
    String id = claimed(List.of(itemId));

    // When
    var page = rita.post(address(id) + "/release", List.of(Map.entry("seen", seen)));

    // Then
    assertThat(page.status()).isEqualTo(412);
  }

  @Test
  void pageAllowsItsOwnFramesOnly() {
    // Given
    String id = intake.submit(intake.sound());

    // When
    var page = rita.get(address(id));
    var document = rita.get(address(id) + "/documents/00000000-0000-7000-8000-000000000000");

    // Then
    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-src 'self'", "frame-ancestors 'none'");
    assertThat(document.status()).isEqualTo(503);
    assertThat(document.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
    assertThat(document.html()).contains("does not give this one now");
  }

  /** A case whose decision rita proposed, which takes another person. */
  private String proposed() {
    String id =
        intake.submit(
            intake
                .dueIn(Duration.ofHours(8))
                .setReceivedAt(UNDER_THE_SECOND_POLICY)
                .setProcess("EMERGENCY")
                .setCallBackPhone("+49301234567")
                .setItems(List.of(Requests.item(itemId).build()))
                .setEmergency(
                    EmergencyFacts.newBuilder()
                        .setAccountAgeDays(300)
                        .setDomainOnFile(true)
                        .setDomainAgeDays(400)
                        .setFirstOfSender(false)
                        .setEmergenciesInDay(0)
                        .setEmergenciesInMonth(0)
                        .setIdentifiersAskedByOthers(0)
                        .setInOfficeHours(true)
                        .setOrderDueAt(Instant.parse("2026-11-28T00:00:00Z"))
                        .setDomainRegistrationAgeDays(900)
                        .build()));
    Reviewer.RITA.claim(id);
    Reviewer.RITA.step(id, "verification", Reviewer.RITA.etag(id), "{\"outcome\":\"CONFIRMED\"}");
    var form = rita.get(address(id));
    var summary = rita.post(address(id) + "/decision", fields(form, "review"));
    assertThat(summary.html()).contains("Another person has to confirm it");
    var done = rita.post(address(id) + "/decision", fields(summary, "send"));
    assertThat(done.html()).contains("The decision is proposed.");
    return id;
  }

  /** A case that somebody holds, and that a finding stands against. */
  private String blocked(Reviewer holder) {
    String id =
        intake.submit(
            intake
                .sound()
                .setSuspectConfirmed(false)
                .setItems(List.of(Requests.item(itemId).build())));
    holder.claim(id).then().statusCode(200);
    return id;
  }

  private String claimed(List<String> itemIds) {
    String id =
        intake.submit(
            intake
                .sound()
                .setItems(itemIds.stream().map(item -> Requests.item(item).build()).toList()));
    Reviewer.RITA.claim(id).then().statusCode(200);
    return id;
  }

  private static String address(String id) {
    return "/desk/cases/" + id;
  }

  /** What a browser sends of the form of a decision. */
  private static List<Map.Entry<String, String>> fields(PageVisitor.Page page, String button) {
    var fields = new ArrayList<Map.Entry<String, String>>(FormFields.of(page.html(), "/decision"));
    fields.add(Map.entry("go", button));
    return fields;
  }

  private static void type(List<Map.Entry<String, String>> fields, String name, String value) {
    fields.removeIf(field -> field.getKey().equals(name));
    fields.add(Map.entry(name, value));
  }
}
