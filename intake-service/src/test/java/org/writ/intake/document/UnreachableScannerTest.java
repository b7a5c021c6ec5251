package org.writ.intake.document;

import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Documents, where nothing else is configured than a scanner that is not there. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(
    value = UnreachableScannerTest.WithoutScanner.class,
    restrictToAnnotatedClass = true)
class UnreachableScannerTest {

  /** Names an address where nobody listens. */
  public static final class WithoutScanner implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
      return Map.of("WRIT_SCANNER", "unix:/nonexistent/clamd.ctl");
    }

    @Override
    public void stop() {}
  }

  @Test
  void documentIsRefusedForNow() {
    // Given
    Intake.registerAgencies();
    String id = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var answer =
        Intake.agency("agency-de")
            .contentType("application/pdf")
            .body(Documents.pdf("order"))
            .put("/v1/requests/{id}/documents/order.pdf", id);

    // Then
    answer.then().statusCode(503).contentType(Intake.PROBLEM).header("Retry-After", "60");
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .body("items", hasSize(0));
  }
}
