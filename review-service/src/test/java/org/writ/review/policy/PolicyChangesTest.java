package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.events.review.PolicyActivated;
import org.writ.events.review.PolicyProposed;

/** How a policy comes into force. */
class PolicyChangesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final String DRAFT = Drafts.document("draft", TOMORROW.toString());

  private final List<Policy> shipped = Shipped.POLICIES.all();

  @Test
  void aProposalKeepsTheBytesAndWhoProposedThem() {
    // When
    PolicyProposed proposed = propose(null, DRAFT);

    // Then
    assertThat(proposed.getDocument()).isEqualTo(ByteBuffer.wrap(bytes(DRAFT)));
    assertThat(proposed.getDigest()).isEqualTo(policy(DRAFT).digest());
    assertThat(proposed.getEffectiveFrom()).isEqualTo(TOMORROW);
    assertThat(proposed.getProposedBy()).isEqualTo("sofia");
  }

  @Test
  void anotherPersonActivatesIt() {
    // When
    PolicyActivated activated =
        PolicyChanges.activate(standing(false), policy(DRAFT), shipped, "olga", TODAY);

    // Then
    assertThat(activated.getDigest()).isEqualTo(policy(DRAFT).digest());
    assertThat(activated.getEffectiveFrom()).isEqualTo(TOMORROW);
    assertThat(activated.getProposedBy()).isEqualTo("sofia");
    assertThat(activated.getConfirmedBy()).isEqualTo("olga");
  }

  @Test
  void nobodyActivatesTheirOwn() {
    assertThatThrownBy(
            () -> PolicyChanges.activate(standing(false), policy(DRAFT), shipped, "sofia", TODAY))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("another person");
  }

  @Test
  void nothingIsJudgedAnew() {
    // Given
    String today = Drafts.document("draft", TODAY.toString());

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> propose(null, today));

    // Then
    assertThat(refusal.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.detail()).contains("must be a day after 2026-11-28");
            });
    assertThatThrownBy(
            () -> PolicyChanges.activate(standing(false), policy(DRAFT), shipped, "olga", TOMORROW))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("first day has come");
  }

  @Test
  void whatCountsIsNeitherChangedNorActivatedAgain() {
    assertThatThrownBy(() -> propose(standing(true), DRAFT))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("counts already");
    assertThatThrownBy(() -> propose(null, Drafts.document("eu-e-evidence", TOMORROW.toString())))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("eu-e-evidence counts already");
    assertThatThrownBy(
            () -> PolicyChanges.activate(standing(true), policy(DRAFT), shipped, "olga", TODAY))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("activated already");
  }

  @Test
  void whatWouldOverlapIsRefusedWithItsLineAndOnceMoreWhenItIsConfirmed() {
    // Given
    var others = new ArrayList<>(shipped);
    others.add(policy(Drafts.document("other", TOMORROW.toString())));

    // When
    InvalidPolicy refusal =
        catchThrowableOfType(
            InvalidPolicy.class,
            () -> PolicyChanges.propose(null, policy(DRAFT), bytes(DRAFT), others, "sofia", TODAY));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::toString)
        .containsExactly("line 3: /governs draft and other both govern MLAT of BR on 2026-11-29");
    assertThatThrownBy(
            () -> PolicyChanges.activate(standing(false), policy(DRAFT), others, "olga", TODAY))
        .isInstanceOf(PolicyConflict.class)
        .hasMessageContaining("draft and other both govern MLAT of BR");
  }

  @Test
  void anIdThatIsTooLongForASubjectIsRefused() {
    assertThatThrownBy(() -> propose(null, Drafts.document("a".repeat(65), TOMORROW.toString())))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 1: /id must have at most 64 characters");
  }

  private PolicyProposed propose(@Nullable PolicyStanding standing, String document) {
    return PolicyChanges.propose(
        standing, policy(document), bytes(document), shipped, "sofia", TODAY);
  }

  private static PolicyStanding standing(boolean activated) {
    return new PolicyStanding(policy(DRAFT).digest(), TOMORROW, "sofia", activated);
  }

  private static Policy policy(String document) {
    return PolicyDocument.read("test.yaml", bytes(document));
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }
}
