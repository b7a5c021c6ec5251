package org.writ.intake.document;

import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

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
    var documents = DocumentCalls.ofNewRequest();

    // When
    var answer = documents.put("order.pdf", Documents.pdf("order"));

    // Then
    answer.then().statusCode(503).contentType(Intake.PROBLEM).header("Retry-After", "60");
    documents.list().then().body("items", hasSize(0));
  }
}
