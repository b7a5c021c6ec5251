package org.writ.eventlog.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A client of the registry that misses answers. */
class RegistryAnswerTest {

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void answerThatIsMissedIsAskedForAgain() {
    assertThat(EventCodec.answered(() -> missing(1), 2_000)).isEqualTo("answer");
    assertThat(asked).hasValue(2);
  }

  @Test
  void registryThatNeverAnswersIsAnError() {
    assertThatThrownBy(() -> EventCodec.answered(() -> missing(100), 20))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The registry does not answer");
    assertThat(asked).hasValue(3);
  }

  @Test
  void whatTheClientThrowsIsThrown() {
    var refused = new IllegalArgumentException("no such schema");

    assertThatThrownBy(
            () ->
                EventCodec.answered(
                    () -> {
                      throw refused;
                    },
                    10_000))
        .isSameAs(refused);
  }

  private String missing(int answers) {
    return asked.incrementAndGet() > answers ? "answer" : new CompletableFuture<String>().join();
  }
}
