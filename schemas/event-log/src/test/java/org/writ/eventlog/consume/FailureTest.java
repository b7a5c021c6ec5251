package org.writ.eventlog.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void traceNamesClassesAndPlacesButQuotesNoMessage() {
    var failure =
        new IllegalStateException(
            "number +4915100000001", new IllegalArgumentException("user demo_user_1"));

    String trace = Failure.trace(failure);

    assertThat(trace)
        .startsWith("java.lang.IllegalStateException at " + FailureTest.class.getName())
        .contains(" caused by java.lang.IllegalArgumentException at ")
        .doesNotContain("+49", "demo_user");
  }
}
