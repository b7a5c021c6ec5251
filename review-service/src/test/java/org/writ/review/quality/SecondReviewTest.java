package org.writ.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DisagreementSettled;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.ReviewedItem;
import org.writ.events.review.SecondReviewClaimed;
import org.writ.events.review.SecondReviewGiven;
import org.writ.review.quality.SecondReview.Judgement;
import org.writ.review.quality.SecondReview.State;

class SecondReviewTest {

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void somebodyElseClaimsIt() {
    assertThat(review(State.WAITING, null, null).claim("vera", NOW).data())
        .isEqualTo(new SecondReviewClaimed("d-1", "vera", NOW.plus(SecondReview.LEASE)));
    assertThat(review(State.WAITING, "paul", NOW).claim("vera", NOW).data())
        .isEqualTo(new SecondReviewClaimed("d-1", "vera", NOW.plus(SecondReview.LEASE)));
  }

  @Test
  void nobodyClaimsWhatTheyDecidedOrAnotherHoldsOrIsOver() {
    assertRefused(() -> review(State.WAITING, null, null).claim("rita", NOW), "a part");
    assertRefused(() -> review(State.WAITING, null, null).claim("raj", NOW), "a part");
    assertRefused(() -> review(State.WAITING, "paul", LATER).claim("vera", NOW), "holds");
    assertRefused(() -> review(State.AGREED, "vera", LATER).claim("vera", NOW), "already");
    assertRefused(() -> review(State.DROPPED, null, null).claim("vera", NOW), "no longer");
  }

  @Test
  void bothAgreeIfTheyApproveTheSameItems() {
    // When
    SecondReviewGiven given =
        give(
            List.of(approved("a", "IP_ADDRESS"), refused("b", "OVERBROAD")),
            List.of(approved("a", "PHONE_NUMBER"), refused("b", "NO_SUSPECT")));

    // Then
    assertThat(given.getAgrees()).isTrue();
    assertThat(given.getItems())
        .containsExactly(
            new ReviewedItem("a", true, true, List.of("IP_ADDRESS"), null),
            new ReviewedItem("b", false, true, List.of(), "OVERBROAD"));
  }

  @Test
  void theyDisagreeAboutAnItemThatOnlyOneApproves() {
    // When
    SecondReviewGiven given =
        give(
            List.of(refused("a", "OVERBROAD"), approved("b", "IP_ADDRESS")),
            List.of(approved("b", "IP_ADDRESS"), approved("a", "IP_ADDRESS")));

    // Then
    assertThat(given.getAgrees()).isFalse();
    assertThat(given.getItems())
        .containsExactly(
            new ReviewedItem("a", false, false, List.of(), "OVERBROAD"),
            new ReviewedItem("b", true, true, List.of("IP_ADDRESS"), null));
  }

  @Test
  void onlyTheHolderGivesIt() {
    assertRefused(() -> review(State.WAITING, "vera", NOW).requireHolder("vera", NOW), "claim");
    assertRefused(() -> review(State.WAITING, "paul", LATER).requireHolder("vera", NOW), "claim");
    assertRefused(() -> review(State.AGREED, "vera", LATER).requireHolder("vera", NOW), "already");
  }

  @Test
  void aSeniorReviewerWhoHadNoPartInItSettlesADisagreement() {
    // Given
    SecondReview disagreed = review(State.DISAGREED, "vera", LATER);

    // Then
    assertThat(disagreed.settle(Judgement.SECOND, "So it is", false, "sofia").data())
        .isEqualTo(new DisagreementSettled("d-1", "sofia", "SECOND", null));
    assertThat(disagreed.settle(Judgement.SECOND, "So it is", true, "sofia").personal()).isNull();
    assertRefused(() -> disagreed.settle(Judgement.FIRST, "Me", false, "vera"), "another person");
    assertRefused(() -> disagreed.settle(Judgement.FIRST, "Me", false, "rita"), "a part");
    assertRefused(() -> disagreed.settle(Judgement.FIRST, "Me", false, "raj"), "a part");
    assertRefused(
        () -> review(State.AGREED, "vera", LATER).settle(Judgement.FIRST, "x", false, "sofia"),
        "No disagreement");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ReviewConflict.class).hasMessageContaining(message);
  }

  private static SecondReview review(
      State state, @Nullable String reviewer, @Nullable Instant leaseUntil) {
    return new SecondReview("d-1", "rita", "raj", state, reviewer, leaseUntil);
  }

  private static SecondReviewGiven give(List<ItemDecision> items, List<ItemDecision> first) {
    return (SecondReviewGiven)
        review(State.WAITING, "vera", LATER)
            .give(CaseOutcome.PARTLY_APPROVED, items, first, null, "vera", NOW)
            .data();
  }

  private static ItemDecision approved(String itemId, String dataType) {
    return new ItemDecision(
        itemId, ItemOutcome.APPROVED, "PHONE_NUMBER", List.of(dataType), NOW, LATER, null);
  }

  private static ItemDecision refused(String itemId, String ground) {
    return new ItemDecision(
        itemId, ItemOutcome.REFUSED, "PHONE_NUMBER", List.of(), null, null, ground);
  }
}
