package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.ops.demo.Demo;
import org.writ.ops.demo.Outcomes;

/** The demo, as {@code deploy/writ demo} runs it. */
@ExtendWith(RunningSystem.class)
class DemoIT {

  private static final int REQUESTS = 60;

  @Test
  void everyRequestEndsAsItHasToAlthoughSomebodyElsesCaseIsInTheQueue() {
    // Given
    Journey other = new Journey("agency-de");
    String theirs = other.submit();
    Demo demo = new Demo(RunningSystem.settings(), REQUESTS, 3, 8, RunningSystem.PATIENCE);

    // When
    Outcomes outcomes = demo.run();

    // Then
    assertThat(outcomes.faults()).isEmpty();
    assertThat(outcomes.all()).hasSize(REQUESTS);
    assertThat(Set.of("REFUSED", "DELIVERED", "422"))
        .allSatisfy(status -> assertThat(outcomes.with(status)).as(status).isPositive());
    assertThat(other.awaitStatus(theirs, "UNDER_REVIEW").path("status").asText())
        .isEqualTo("UNDER_REVIEW");
  }
}
