package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.policy.Requests;

/** What a case's page tells of the legal analysis and of the policy. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FindingsPageTest {

  private final MovableClock clock;
  private Intake intake;
  private PageVisitor rita = new PageVisitor();

  FindingsPageTest(MovableClock clock) {
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
  void aFindingShowsTheFactsThatItRestsOnWhenItIsOpened() {
    // Given
    String id =
        intake.submit(
            intake
                .sound()
                .setSuspectConfirmed(false)
                .setItems(
                    List.of(
                        Requests.item("item-1")
                            .setDataTypes(List.of("IP_ADDRESS", "CONTENT"))
                            .build())));

    // When
    String html = rita.get("/desk/cases/" + id).html();

    // Then
    assertThat(html)
        .contains(
            "<summary>Facts used<span class=\"visually-hidden\"> (1)</span></summary>",
            "<dt>Suspect confirmed <code>suspectConfirmed</code></dt><dd>No</dd>",
            "<dt>Data asked for <code>dataTypes</code></dt><dd>IP addresses, Content of messages</dd>")
        .doesNotContain("<details open><summary>Facts used");
  }

  @Test
  void aCaseShowsWhatThePolicyWantsOfSuchAnOrder() {
    // Given
    String id = intake.submit(intake.sound());

    // When
    String html = rita.get("/desk/cases/" + id).html();

    // Then
    assertThat(html)
        .contains(
            "What such an order must say",
            "The authority that issued it and the day on which it did.",
            "<dt>Policy’s time to answer</dt><dd>30 d from receipt</dd>");
  }
}
