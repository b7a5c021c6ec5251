package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseOutcome;

/** An agency takes a request back. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WithdrawRequestTest {

  private static final String DELIVERY = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";

  private final DataSource dataSource;
  private OwnRequest request;

  WithdrawRequestTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void submit() {
    request = OwnRequest.submitted();
  }

  @AfterEach
  void closeRequest() {
    request.close();
  }

  @Test
  void withdrawnRequestStaysWithdrawnWhateverCrossesIt() throws Exception {
    // Given
    request.review(OtherServices.opened(request.item()));
    request.awaitStatus("UNDER_REVIEW");
    var withdrawal = request.post("withdrawal", "{\"reason\":\"The suspect confessed.\"}");

    // When
    request.review(OtherServices.question(null));
    request.review(
        OtherServices.decided(
            CaseOutcome.APPROVED, OtherServices.approved(request.item(), "IP_ADDRESS")));
    request.disclose(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(request.item(), "IP_ADDRESS")));
    await()
        .atMost(OwnRequest.PATIENCE)
        .until(() -> consumed("review.cases") == 3 && consumed("disclosure.deliveries") == 1);

    // Then
    withdrawal.then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    request
        .seen()
        .body("status", equalTo("WITHDRAWN"))
        .body("containsKey('delivery')", equalTo(false))
        .body("messages.text", equalTo(List.of("The suspect confessed.")))
        .body("history.status", equalTo(List.of("RECEIVED", "UNDER_REVIEW", "WITHDRAWN")));
    assertThat(count("SELECT COUNT(*) FROM parked WHERE subject = ?")).isZero();
  }

  @Test
  void withdrawalAgainGetsTheSameResult() {
    // Given
    var first = request.post("withdrawal", "{}");

    // When
    var second = request.post("withdrawal", "{\"reason\":\"Another one.\"}");

    // Then
    second.then().statusCode(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    await()
        .atMost(OwnRequest.PATIENCE)
        .until(() -> request.events(RequestWithdrawn.class).size() == 1);
  }

  @Test
  void requestWhoseDataIsDisclosedIsNotWithdrawn() {
    // Given
    request.disclose(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(request.item(), "IP_ADDRESS")));
    request.awaitStatus("AVAILABLE");

    // When
    var answer = request.post("withdrawal", "{}");

    // Then
    answer.then().statusCode(409);
    request.seen().body("status", equalTo("AVAILABLE"));
  }

  private long consumed(String topic) throws Exception {
    return count(
        "SELECT COALESCE(MAX(sequence), 0) FROM consumed WHERE subject = ? AND topic = '%s'"
            .formatted(topic));
  }

  private long count(String sql) throws Exception {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, request.id());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
