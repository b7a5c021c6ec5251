package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {

  private static final long SMALL = 100;
  private static final long LARGE = 1_000;

  private final LargeBodies bodies = new LargeBodies(SMALL, LARGE, 2);

  @Test
  void noMoreLargeOnesAreLetInThanThereArePlaces() {
    assertThatThrownBy(() -> nested(3))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(503);
              assertThat(refusal.getHeaders()).containsEntry("Retry-After", "1");
            });
  }

  @Test
  void whoIsDoneOrFailsLeavesItsPlace() {
    // Given
    assertThatThrownBy(() -> nested(3)).isInstanceOf(HttpProblem.class);

    // When
    String done = nested(2);

    // Then
    assertThat(done).isEqualTo("done");
  }

  @Test
  void smallOnesNeedNoPlace() {
    String done =
        bodies.takeIn(
            LARGE,
            () ->
                bodies.takeIn(
                    LARGE, () -> bodies.takeIn(SMALL, () -> bodies.takeIn(null, () -> "done"))));

    assertThat(done).isEqualTo("done");
  }

  @Test
  void onlyWhatAnnouncesItIsReadAsLarge() {
    assertThat(bodies.bounds(SMALL + 1)).isEqualTo(new StreamedJson.Bounds(LARGE, SMALL));
    assertThat(bodies.bounds(SMALL)).isEqualTo(new StreamedJson.Bounds(SMALL, SMALL));
    assertThat(bodies.bounds(null)).isEqualTo(new StreamedJson.Bounds(SMALL, SMALL));
    assertThat(bodies.maxBytes()).isEqualTo(LARGE);
  }

  private String nested(int depth) {
    return depth == 0 ? "done" : bodies.takeIn(SMALL + 1, () -> nested(depth - 1));
  }
}
