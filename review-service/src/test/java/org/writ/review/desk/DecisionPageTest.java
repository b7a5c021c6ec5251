package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.writ.review.desk.DeskCases.address;
import static org.writ.review.desk.DeskCases.fields;
import static org.writ.review.desk.DeskCases.type;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DecisionPageTest {

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;
  private DeskCases cases;
  private PageVisitor rita = new PageVisitor();

  DecisionPageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
    this.cases = new DeskCases(intake);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    cases = new DeskCases(intake);
    rita = PageVisitor.signedIn("rita");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void formStartsFromWhatThePolicyAllowsAndIsSentOnceItWasLookedAt() {
    // Given
    String id = cases.claimed(List.of(itemId));
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
    String id = cases.claimed(List.of(itemId));

    // When
    rita.post(address(id) + "/decision", fields(rita.get(address(id)), "review"));

    // Then
    Reviewer.SOFIA.read(id).then().body("status", equalTo("CLAIMED"));
  }

  @Test
  void whatIsWrongIsSaidAtTheItemAndKeepsWhatWasTyped() {
    // Given
    String id = cases.claimed(List.of(itemId));
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
    String id = cases.claimed(List.of(itemId));
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
    String id = cases.claimed(List.of(itemId));
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
  void caseOfVeryManyItemsIsDecidedFromItsPages() {
    // Given
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID().toString()).toList();
    String id = cases.claimed(ids);
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
  void choosingALanguageKeepsWhatWasTyped() {
    // Given
    String id = cases.claimed(List.of(itemId));
    var form = rita.get(address(id));
    var fields = FormFields.of(form.html(), "/decision");
    type(fields, "note", "Typed for long");
    type(fields, "language", "de");

    // When
    var page = rita.post(address(id) + "/decision", fields);

    // Then
    assertThat(form.html()).contains("id=\"draft\"", "form=\"draft\" name=\"language\"");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("<html lang=\"de\"", "Typed for long");
    assertThat(rita.get("/desk").html()).contains("<html lang=\"de\"");
    Reviewer.SOFIA.read(id).then().body("status", equalTo("CLAIMED"));
  }

  @Test
  void whereTextIsLostWithALanguageThatIsSaid() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);

    // When
    var page = PageVisitor.signedIn("sofia").get(address(id));

    // Then
    assertThat(page.html())
        .contains("form=\"language\" name=\"language\"", "what is typed and not sent is lost");
  }

  @Test
  void seniorReviewerOverridesABlockingFindingWithAReason() {
    // Given
    var sofia = PageVisitor.signedIn("sofia");
    String id = cases.blocked(itemId, Reviewer.SOFIA);
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
    String id = cases.blocked(itemId, Reviewer.SOFIA);
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
    String id = cases.blocked(itemId, Reviewer.RITA);
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
    String id = cases.claimed(List.of(itemId, UUID.randomUUID().toString()));
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
    String id = cases.claimed(List.of(itemId));
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
}
