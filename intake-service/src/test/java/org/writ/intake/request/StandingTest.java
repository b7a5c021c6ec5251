package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.request.RequestState.ItemState;

/** What an agency may do with a request, by where it stands. */
class StandingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-01-19T12:00:00Z");
  private static final UUID QUESTION = UUID.fromString("0193f3a1-7b4c-7d2e-8f00-0123456789ab");

  @Test
  void answerMovesTheDeadlineByTheTimeThatItWaited() {
    // Given
    var asked = asked(NOW.minus(Duration.ofHours(30)));

    // When
    var answered = Clarification.decide(asked, NOW);

    // Then
    assertThat(answered.getDueAt()).isEqualTo(DUE.plus(Duration.ofHours(30)));
    assertThat(answered.getQuestion()).isEqualTo(QUESTION.toString());
  }

  @Test
  void answerLeavesADeadlineThatDidNotWait() {
    // Given
    var asked = asked(null);

    // When
    var answered = Clarification.decide(asked, NOW);

    // Then
    assertThat(answered.getDueAt()).isEqualTo(DUE);
  }

  @Test
  void clockThatIsAheadNeverBringsTheDeadlineForward() {
    // Given
    var asked = asked(NOW.plusSeconds(2));

    // When
    var answered = Clarification.decide(asked, NOW);

    // Then
    assertThat(answered.getDueAt()).isEqualTo(DUE);
  }

  @ParameterizedTest
  @EnumSource(value = RequestStatus.class, names = "CLARIFICATION_REQUESTED", mode = Mode.EXCLUDE)
  void nothingIsAnsweredThatIsNotAsked(RequestStatus status) {
    // Given
    var standing = in(status);

    // When, then
    assertThatThrownBy(() -> Clarification.decide(standing, NOW))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining("No question");
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {
        "RECEIVED",
        "UNDER_REVIEW",
        "CLARIFICATION_REQUESTED",
        "APPROVED",
        "PARTLY_APPROVED",
        "PRESERVED"
      })
  void requestIsWithdrawnUntilItsDataIsDisclosed(RequestStatus status) {
    // Given
    var standing = in(status);

    // When
    var withdrawn = Withdrawal.decide(standing);

    // Then
    assertThat(withdrawn.getSealed()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"AVAILABLE", "DELIVERED", "REFUSED", "NO_DATA", "EXPIRED", "WITHDRAWN"})
  void requestIsNotWithdrawnAfterwards(RequestStatus status) {
    // Given
    var standing = in(status);

    // When, then
    assertThatThrownBy(() -> Withdrawal.decide(standing)).isInstanceOf(RequestConflict.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"DELIVERED", "REFUSED", "NO_DATA", "EXPIRED", "WITHDRAWN"})
  void nothingIsAddedToARequestAtItsEnd(RequestStatus status) {
    // Given
    var standing = in(status);

    // When, then
    assertThatThrownBy(() -> Supplement.decide(standing))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining(status.name());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          NATIONAL,      90, 18 U.S.C. 2703(f)(2)
          MLAT,          90, 18 U.S.C. 2703(f)(2)
          CLOUD_ACT,     90, 18 U.S.C. 2703(f)(2)
          EU_E_EVIDENCE, 30, 'Regulation (EU) 2023/1543, Article 11(1)'
          """)
  void preservationIsExtendedAsTheRegimeSays(String regime, int days, String rule) {
    // Given
    var preserved = preserved(regime, UNTIL, 0);

    // When
    var extended = Preservation.decide(preserved, NOW);

    // Then
    assertThat(extended.getUntil()).isEqualTo(UNTIL.plus(Duration.ofDays(days)));
    assertThat(extended.getRule()).isEqualTo(rule);
    assertThat(extended.getExtension()).isEqualTo(1);
  }

  @Test
  void preservationIsExtendedOnce() {
    // Given
    var extended = preserved("NATIONAL", UNTIL, 1);

    // When, then
    assertThatThrownBy(() -> Preservation.decide(extended, NOW))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining(UNTIL.toString());
  }

  @Test
  void preservationThatEndedIsNotExtended() {
    // Given
    var ended = preserved("NATIONAL", NOW, 0);

    // When, then
    assertThatThrownBy(() -> Preservation.decide(ended, NOW))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining("ended");
  }

  @Test
  void preservationIsExtendedInItsLastMoment() {
    // Given
    var ending = preserved("NATIONAL", NOW.plusMillis(1), 0);

    // When
    var extended = Preservation.decide(ending, NOW);

    // Then
    assertThat(extended.getUntil()).isAfter(NOW.plus(Duration.ofDays(90)));
  }

  @ParameterizedTest
  @EnumSource(value = RequestStatus.class, names = "PRESERVED", mode = Mode.EXCLUDE)
  void onlyAPreservationIsExtended(RequestStatus status) {
    // Given
    var standing = in(status);

    // When, then
    assertThatThrownBy(() -> Preservation.decide(standing, NOW))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining("Nothing is preserved");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void nothingOfAFrozenRequestIsChanged(Consumer<Standing> change) {
    // Given
    var frozen =
        new Standing(
            RequestStatus.CLARIFICATION_REQUESTED,
            "COURT_ORDER",
            "NATIONAL",
            true,
            DUE,
            QUESTION,
            null,
            UNTIL,
            0);

    // When, then
    assertThatThrownBy(() -> change.accept(frozen))
        .isInstanceOf(RequestConflict.class)
        .hasMessageContaining("frozen");
  }

  static Stream<Consumer<Standing>> changes() {
    return Stream.of(
        standing -> Clarification.decide(standing, NOW),
        standing -> Withdrawal.decide(standing),
        standing -> Supplement.decide(standing),
        standing -> Preservation.decide(standing, NOW));
  }

  @Test
  void questionWaitsForAnAnswer() {
    // Given
    var state = new RequestState.UnderReview(Map.of("a", new ItemState(null, null)));

    // When
    var asked = Clarification.decide(state, QUESTION, OtherServices.question(NOW)).orElseThrow();

    // Then
    assertThat(asked.getQuestion()).isEqualTo(QUESTION.toString());
    assertThat(asked.getClockStoppedAt()).isEqualTo(NOW);
  }

  @Test
  void questionThatCrossesAWithdrawalOrComesAfterThePackageIsDropped() {
    // Given
    var open = Map.of("a", new ItemState(null, null));
    var question = OtherServices.question(null);

    // When
    var withdrawn = Clarification.decide(new RequestState.Withdrawn(open), QUESTION, question);
    var overtaken =
        Clarification.decide(new RequestState.Available(open, "d-1"), QUESTION, question);

    // Then
    assertThat(withdrawn).isEmpty();
    assertThat(overtaken).isEmpty();
  }

  @Test
  void questionAfterTheDecisionIsAnError() {
    // Given
    var refused = new RequestState.Refused(Map.of("a", new ItemState(ItemResult.REFUSED, null)));

    // When, then
    assertThatThrownBy(() -> Clarification.decide(refused, QUESTION, OtherServices.question(null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("REFUSED");
  }

  @Test
  void everyStatusIsEitherFinalOrNot() {
    // Given
    var all = EnumSet.allOf(RequestStatus.class);

    // When
    var ended = all.stream().filter(status -> in(status).isFinal()).toList();

    // Then
    assertThat(ended)
        .containsExactlyInAnyOrder(
            RequestStatus.REFUSED,
            RequestStatus.NO_DATA,
            RequestStatus.DELIVERED,
            RequestStatus.EXPIRED,
            RequestStatus.WITHDRAWN);
  }

  private static Standing asked(@Nullable Instant clockStoppedAt) {
    return new Standing(
        RequestStatus.CLARIFICATION_REQUESTED,
        "COURT_ORDER",
        "EU_E_EVIDENCE",
        false,
        DUE,
        QUESTION,
        clockStoppedAt,
        null,
        0);
  }

  private static Standing preserved(String regime, Instant until, int extensions) {
    return new Standing(
        RequestStatus.PRESERVED,
        "PRESERVATION_ORDER",
        regime,
        false,
        DUE,
        null,
        null,
        until,
        extensions);
  }

  private static Standing in(RequestStatus status) {
    return new Standing(status, "COURT_ORDER", "NATIONAL", false, DUE, null, null, null, 0);
  }
}
