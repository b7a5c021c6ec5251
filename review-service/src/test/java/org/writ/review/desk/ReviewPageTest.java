package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
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
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Second reviews at the pages; in tests every decision is drawn. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReviewPageTest {

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;
  private DeskCases cases;
  private PageVisitor raj = new PageVisitor();

  ReviewPageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
    this.cases = new DeskCases(intake);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    cases = new DeskCases(intake);
    raj = PageVisitor.signedIn("raj");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void secondPersonSeesTheCaseAndNothingThatLeadsToItsDecision() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);
    String review = review(id);

    // When
    var page = raj.post(address(review) + "/claim", List.of());
    var list = raj.get("/desk/reviews");

    // Then
    assertThat(page.address().getPath()).isEqualTo(address(review));
    assertThat(page.html())
        .contains("+4915100000001", "Amtsgericht Musterstadt", "What you would decide")
        .containsPattern("value=\"APPROVE\"[^>]* checked")
        .doesNotContain("/desk/cases/" + id, "data-live", "too wide, says rita", "Decision by");
    assertThat(list.html()).contains("href=\"" + address(review) + "\"", "Go on");
  }

  @Test
  void secondDecisionThatDiffersIsSettledByASeniorReviewer() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);
    String review = review(id);
    var form = raj.post(address(review) + "/claim", List.of());
    var fields = fields(form, "send");
    DeskCases.type(fields, "note", "Sound to <b>me</b>");

    // When
    var given = raj.post(address(review) + "/decision", fields);
    var again = raj.get(address(review));

    // Then
    assertThat(given.html()).contains("It differs from the first");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.html()).contains("The decision is reviewed already");
    Reviewer.RITA.read(id).then().body("decision.outcome", equalTo("REFUSED"));

    // When
    var sofia = PageVisitor.signedIn("sofia");
    var page = sofia.get("/desk/disagreements/" + review);
    var blank = settle(sofia, review, Map.of("reason", " "));
    var settled = settle(sofia, review, Map.of("judgement", "SECOND", "reason", "It is"));
    var twice = settle(sofia, review, Map.of("judgement", "FIRST", "reason", "It is not"));

    // Then
    assertThat(page.html())
        .contains("+4915100000001", "Whose judgement was right?")
        .doesNotContain("Sound to");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.html()).contains("Please choose one.", "Please fill this in.");
    assertThat(settled.status()).isEqualTo(200);
    assertThat(settled.html())
        .contains("Settled: the second decision.", "Sound to &lt;b&gt;me&lt;/b&gt;");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(sofia.get("/desk/overview").html())
        .contains("Agreement of second reviews")
        .containsPattern("<th scope=\"row\">Germany</th><td class=\"number\">[1-9]");
  }

  @Test
  void disagreementShowsTheGroundOfTheDecisionThatWasReviewed() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);
    String review = review(id);
    var form = raj.post(address(review) + "/claim", List.of());
    raj.post(address(review) + "/decision", fields(form, "send"));
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), "{\"reason\":\"A page missed\"}");
    Reviewer.RAJ.claim(id).then().statusCode(200);
    cases.refuse(id, itemId, Reviewer.RAJ, "NO_SUSPECT");

    // When
    var page = PageVisitor.signedIn("sofia").get("/desk/disagreements/" + review);

    // Then
    assertThat(page.html())
        .contains("More is asked for than the order or the law allows.")
        .doesNotContain("does not confirm a suspect");
  }

  @Test
  void secondDecisionThatSaysTheSameAgrees() {
    // Given
    String review = review(cases.refused(itemId, Reviewer.RITA));
    var form = raj.post(address(review) + "/claim", List.of());
    var refusing = fields(form, "refuse");
    DeskCases.type(refusing, "allGround", "OVERBROAD");

    // When
    var refused = raj.post(address(review) + "/decision", refusing);
    var given = raj.post(address(review) + "/decision", fields(refused, "send"));

    // Then
    assertThat(refused.status()).isEqualTo(200);
    assertThat(given.html()).contains("It agrees with the first.");
  }

  @Test
  void whoeverDecidedOrReviewedDoesNeitherReviewNorSettle() {
    // Given
    String id = cases.refused(itemId, Reviewer.SOFIA);
    String review = review(id);
    var sofia = PageVisitor.signedIn("sofia");
    var form = raj.post(address(review) + "/claim", List.of());

    // When
    var claim = sofia.post(address(review) + "/claim", List.of());
    raj.post(address(review) + "/decision", fields(form, "send"));
    var disagreement = sofia.get("/desk/disagreements/" + review);
    var settled = settle(sofia, review, Map.of("judgement", "FIRST", "reason", "Mine"));
    var reviewer = raj.get("/desk/disagreements/" + review);

    // Then
    assertThat(claim.status()).isEqualTo(409);
    assertThat(claim.html()).contains("You had a part in the decision.");
    assertThat(disagreement.html())
        .contains("You had a part in the decision.")
        .doesNotContain("/settlement");
    assertThat(settled.status()).isEqualTo(409);
    assertThat(reviewer.status()).isEqualTo(403);
  }

  @Test
  void whatIsWrongIsSaidAtTheItemAndKeepsWhatWasTyped() {
    // Given
    String review = review(cases.refused(itemId, Reviewer.RITA));
    var fields = fields(raj.post(address(review) + "/claim", List.of()), "send");
    DeskCases.type(fields, "o." + itemId, "REFUSE");
    DeskCases.type(fields, "note", "Typed for long");

    // When
    var page = raj.post(address(review) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains("Please choose the ground of the refusal.", "Typed for long");
  }

  @Test
  void whoeverTypedForLongerThanTheClaimLastsKeepsItAndSendsItOnceMore() {
    // Given
    String review = review(cases.refused(itemId, Reviewer.RITA));
    var fields = fields(raj.post(address(review) + "/claim", List.of()), "send");
    DeskCases.type(fields, "note", "Typed for long");
    clock.forward(Duration.ofHours(5));
    raj = PageVisitor.signedIn("raj");

    // When
    var late = raj.post(address(review) + "/decision", fields);
    var given = raj.post(address(review) + "/decision", fields(late, "send"));

    // Then
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.html()).contains("Your claim had lapsed", "Typed for long</textarea>");
    assertThat(given.html()).contains("Your decision is recorded.");
  }

  @Test
  void whoeverLostTheReviewToAnotherIsShownWhatTheyTyped() {
    // Given
    String review = review(cases.refused(itemId, Reviewer.RITA));
    var fields = fields(raj.post(address(review) + "/claim", List.of()), "send");
    DeskCases.type(fields, "note", "Typed for long");
    DeskCases.type(fields, "e." + itemId, "So it <b>is</b>");
    clock.forward(Duration.ofHours(5));
    raj = PageVisitor.signedIn("raj");
    Reviewer.SOFIA.request().post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When
    var page = raj.post(address(review) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html())
        .contains(
            "Somebody else holds the review.", "Typed for long", "So it &lt;b&gt;is&lt;/b&gt;");
  }

  @Test
  void choosingALanguageKeepsWhatWasTyped() {
    // Given
    String review = review(cases.refused(itemId, Reviewer.RITA));
    var fields = fields(raj.post(address(review) + "/claim", List.of()), "");
    fields.removeIf(field -> field.getKey().equals("go"));
    DeskCases.type(fields, "note", "Typed for long");
    DeskCases.type(fields, "language", "fr");

    // When
    var page = raj.post(address(review) + "/decision", fields);

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("<html lang=\"fr\"", "Typed for long");
    assertThat(raj.get("/desk/reviews").html()).contains("Seconds examens");
  }

  @Test
  void documentIsForWhoeverHoldsTheReviewAndIsNoReadingOfTheCase() {
    // Given
    String id = cases.claimed(List.of(itemId));
    String order = cases.document(id);
    cases.refuse(id, itemId, Reviewer.RITA);
    String late = cases.document(id);
    String review = review(id);
    String document = address(review) + "/documents/" + order;
    var form = raj.post(address(review) + "/claim", List.of());

    // When
    var held = raj.get(document);
    var tooLate = raj.get(address(review) + "/documents/" + late);
    var other = PageVisitor.signedIn("sofia").get(document);
    var given = raj.post(address(review) + "/decision", fields(form, "send"));

    // Then
    assertThat(form.html()).contains(order).doesNotContain(late);
    assertThat(tooLate.status()).isEqualTo(404);
    assertThat(held.status()).isEqualTo(503);
    assertThat(held.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
    assertThat(other.status()).isEqualTo(409);
    assertThat(given.html()).contains("Your decision is recorded.");
  }

  @Test
  void whoCouldHaveSeenTheDecisionIsToldSo() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);
    raj.get(DeskCases.address(id));

    // When
    var page = raj.post(address(review(id)) + "/claim", List.of());

    // Then
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.html()).contains("You could have seen the decision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/reviews/x",
        "/desk/reviews/00000000-0000-7000-8000-000000000000",
        "/desk/reviews/00000000-0000-7000-8000-000000000000/documents/x"
      })
  void reviewThatIsNoneIsAPageThatSaysSo(String path) {
    assertThat(raj.get(path).status()).isEqualTo(404);
  }

  @Test
  void oldestReviewIsClaimedAndOpened() {
    // Given
    cases.refused(itemId, Reviewer.RITA);

    // When
    var page = raj.post("/desk/reviews", List.of());

    // Then
    assertThat(page.address().getPath()).startsWith("/desk/reviews/");
    assertThat(page.html()).contains("What you would decide");
  }

  private static String address(String review) {
    return "/desk/reviews/" + review;
  }

  private static List<Map.Entry<String, String>> fields(PageVisitor.Page page, String button) {
    return DeskCases.fields(page, button);
  }

  private static PageVisitor.Page settle(
      PageVisitor visitor, String review, Map<String, String> typed) {
    return visitor.post(
        "/desk/disagreements/" + review + "/settlement", List.copyOf(typed.entrySet()));
  }

  /** The review is named by the event of the decision. */
  private String review(String id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_CASES, id).stream()
                    .filter(event -> event.data() instanceof CaseDecided)
                    .map(event -> event.envelope().id().toString())
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
