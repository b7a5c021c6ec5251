package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.CaseState.Unopened;

class CaseStateTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final CaseOpened OPENED = Cases.opened(1);
  private static final CaseClaimed CLAIMED = new CaseClaimed("rita", NOON);
  private static final CaseReleased RELEASED = new CaseReleased("rita");
  private static final CaseRead READ = new CaseRead("raj", null);
  private static final CaseRead RENEWED = new CaseRead("rita", LATER);

  static Stream<Arguments> steps() {
    return Stream.of(
        Arguments.of(new Unopened(), OPENED, new Open()),
        Arguments.of(new Open(), CLAIMED, new Claimed("rita", NOON)),
        Arguments.of(new Open(), READ, new Open()),
        Arguments.of(new Claimed("rita", NOON), RENEWED, new Claimed("rita", LATER)),
        Arguments.of(new Claimed("rita", NOON), READ, new Claimed("rita", NOON)),
        Arguments.of(new Claimed("rita", NOON), RELEASED, new Open()),
        Arguments.of(new Claimed("raj", NOON), CLAIMED, new Claimed("rita", NOON)),
        Arguments.of(
            new Claimed("rita", NOON), Cases.decided("rita"), new Decided(CaseOutcome.REFUSED)),
        Arguments.of(new Decided(CaseOutcome.REFUSED), READ, new Decided(CaseOutcome.REFUSED)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void anEventLeadsToTheNextState(CaseState before, SpecificRecord event, CaseState after) {
    assertThat(before.after(event)).isEqualTo(after);
  }

  static Stream<Arguments> impossibleSteps() {
    return Stream.of(
        Arguments.of(new Unopened(), CLAIMED),
        Arguments.of(new Unopened(), READ),
        Arguments.of(new Open(), OPENED),
        Arguments.of(new Open(), RELEASED),
        Arguments.of(new Open(), RENEWED),
        Arguments.of(new Open(), Cases.decided("rita")),
        Arguments.of(new Claimed("raj", NOON), RELEASED),
        Arguments.of(new Claimed("raj", NOON), RENEWED),
        Arguments.of(new Claimed("raj", NOON), Cases.decided("rita")),
        Arguments.of(new Decided(CaseOutcome.REFUSED), CLAIMED),
        Arguments.of(new Decided(CaseOutcome.REFUSED), Cases.decided("rita")),
        Arguments.of(
            new Open(), new RequestProgressed(RequestStatus.APPROVED, List.of(), null, null)));
  }

  @ParameterizedTest
  @MethodSource("impossibleSteps")
  void anEventThatCannotFollowIsAnError(CaseState before, SpecificRecord event) {
    assertThatThrownBy(() -> before.after(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(event.getSchema().getName());
  }

  @Test
  void aClaimIsGoodUntilItsLeaseEnds() {
    // Given
    var claimed = new Claimed("rita", LATER);

    // Then
    assertThat(claimed.status(LATER.minusMillis(1))).isEqualTo(CaseStatus.CLAIMED);
    assertThat(claimed.status(LATER)).isEqualTo(CaseStatus.OPEN);
  }
}
