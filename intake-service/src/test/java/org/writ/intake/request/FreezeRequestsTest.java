package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.intake.Intake;

/** What a suspension does to requests. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FreezeRequestsTest {

  private static final Actor OPERATOR = new Actor("ops", "7d6c0d2e-0000-4000-8000-000000000009");

  private final FreezeRequests freezeRequests;
  private final Transactions transactions;
  private OwnRequest request;

  FreezeRequestsTest(FreezeRequests freezeRequests, Transactions transactions) {
    this.freezeRequests = freezeRequests;
    this.transactions = transactions;
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
  void suspensionFreezesWhatIsOpenAndItsEndLetsItGoOn() {
    // Given
    var suspension = UUID.randomUUID();
    String withdrawn = Intake.submitted("agency-de", SubmissionBody.sound());
    OwnRequest.post("agency-de", withdrawn, "withdrawal", "{}").then().statusCode(200);
    String foreign = Intake.submitted("agency-fr", SubmissionBody.sound());

    // When
    int frozen =
        transactions.call(() -> freezeRequests.suspended("agency-de", OPERATOR, suspension));

    // Then
    assertThat(frozen).isPositive();
    request.seen().body("frozen", equalTo(true));
    Intake.request("agency-de", withdrawn).then().body("frozen", equalTo(false));
    Intake.request("agency-fr", foreign).then().body("frozen", equalTo(false));
    request.post("withdrawal", "{}").then().statusCode(409);
    request.post("supplement", "{\"text\":\"Please!\"}").then().statusCode(409);
    assertThat(request.event(RequestFrozen.class).getSuspension()).isEqualTo(suspension.toString());

    // When
    int unfrozen =
        transactions.call(() -> freezeRequests.reinstated("agency-de", OPERATOR, suspension));

    // Then
    assertThat(unfrozen).isEqualTo(frozen);
    request.seen().body("frozen", equalTo(false));
    assertThat(request.event(RequestUnfrozen.class)).isNotNull();
    request.post("withdrawal", "{}").then().statusCode(200);
  }
}
