package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.writ.review.desk.DeskCases.address;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class CasePageTest {

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;
  private DeskCases cases;
  private PageVisitor rita = new PageVisitor();

  CasePageTest(MovableClock clock) {
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
    String id = cases.proposed(itemId, rita);
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
    String id = cases.proposed(itemId, rita);
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
    String id = cases.claimed(List.of(itemId));
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
    assertThat(page.html()).contains("There is nothing at this address.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "nonsense", "99999999999999999999"})
  void stateThatNobodySawIsStale(String seen) {
    // Given
    String id = cases.claimed(List.of(itemId));

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
}
