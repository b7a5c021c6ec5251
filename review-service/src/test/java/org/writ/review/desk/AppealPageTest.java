package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.writ.review.desk.DeskCases.address;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AppealPageTest {

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;
  private DeskCases cases;
  private PageVisitor sofia = new PageVisitor();

  AppealPageTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
    this.cases = new DeskCases(intake);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    cases = new DeskCases(intake);
    sofia = PageVisitor.signedIn("sofia");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void refusedCaseIsReopenedWithAReason() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);
    var form = sofia.get(address(id));

    // When
    var done = reopen(id, form, "A page <b>was</b> missing");

    // Then
    assertThat(form.html()).contains("is under review again");
    assertThat(done.html())
        .contains(
            "The case is open again.",
            "Why it was re-opened",
            "A page &lt;b&gt;was&lt;/b&gt; missing");
    Reviewer.SOFIA.read(id).then().body("status", equalTo("OPEN"));
  }

  @Test
  void reopeningNeedsAReason() {
    // Given
    String id = cases.refused(itemId, Reviewer.RITA);

    // When
    var page = reopen(id, sofia.get(address(id)), " ");

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("<details id=\"appeal\" open>", "id=\"appeal-fault\">Please fill this in.");
    Reviewer.SOFIA.read(id).then().body("status", equalTo("DECIDED"));
  }

  @Test
  void whoMayNotIsToldWhy() {
    // Given
    String byRita = cases.refused(itemId, Reviewer.RITA);
    String bySofia = cases.refused(UUID.randomUUID().toString(), Reviewer.SOFIA);
    var raj = PageVisitor.signedIn("raj");

    // When
    var reviewer = raj.get(address(byRita));
    var refused =
        raj.post(
            address(byRita) + "/appeal",
            List.of(java.util.Map.entry("seen", "9"), java.util.Map.entry("appeal", "x")));
    var decider = sofia.get(address(bySofia));

    // Then
    assertThat(reviewer.html())
        .contains("only a senior reviewer re-opens the case")
        .doesNotContain("/appeal\"");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(decider.html())
        .contains("You had a part in deciding the case. Another senior reviewer")
        .doesNotContain("/appeal\"");
  }

  @Test
  void nothingIsSaidOfAppealsWhereSomethingWasApproved() {
    // Given
    String id = cases.claimed(List.of(itemId));
    Reviewer.RITA
        .decide(
            id,
            Reviewer.RITA.etag(id),
            "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\"]}]}"
                .formatted(itemId))
        .then()
        .statusCode(200);

    // When
    var page = sofia.get(address(id));

    // Then
    assertThat(page.html()).doesNotContain("Appeal of the agency");
  }

  private PageVisitor.Page reopen(String id, PageVisitor.Page form, String reason) {
    var fields = FormFields.of(form.html(), "/appeal");
    DeskCases.type(fields, "appeal", reason);
    return sofia.post(address(id) + "/appeal", fields);
  }
}
