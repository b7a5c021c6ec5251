package org.writ.disclosure.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;

/** Withdrawals and suspensions of preservations. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class StoppedPreservationTest extends PreservationScenario {

  private final String suspension = UUID.randomUUID().toString();

  @Test
  void withdrawalDeletesTheCopy() {
    // Given
    String sha256 = preserve("NATIONAL").getSha256();

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseWithdrawn(true));

    // Then
    await().until(() -> types().contains("PreservationWithdrawn"));
    assertThat(pieces(sha256)).isZero();
  }

  @Test
  void whatIsWithdrawnBeforeItsCopyIsMadeIsNeverCopied() {
    // Given
    logins();
    decide("NATIONAL", "item-1", number);
    events.publish(Topic.REVIEW_CASES, request, new CaseWithdrawn(true));
    await().until(() -> types().contains("PreservationWithdrawn"));

    // When
    worker.check();

    // Then
    assertThat(types()).containsExactly("PreservationOpened", "PreservationWithdrawn");
  }

  @Test
  void nothingIsPutAsideWhileTheAgencyIsSuspended() {
    // Given
    logins();
    decide("NATIONAL", "item-1", number);
    events.publish(Topic.REVIEW_CASES, request, new CaseFrozen(suspension));
    await().until(() -> types().contains("PreservationFrozen"));
    worker.check();
    List<String> frozen = types();

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseUnfrozen(suspension));
    await().until(() -> types().contains("PreservationUnfrozen"));
    worker.check();

    // Then
    assertThat(frozen).containsExactly("PreservationOpened", "PreservationFrozen");
    awaitLast(DataPreserved.class);
  }

  @Test
  void copyThatIsFrozenIsKeptAndExpires() {
    // Given
    String sha256 = preserve("NATIONAL").getSha256();
    events.publish(Topic.REVIEW_CASES, request, new CaseFrozen(suspension));
    await().until(() -> types().contains("PreservationFrozen"));
    long frozen = pieces(sha256);

    // When
    clock.forward(Duration.ofDays(91));
    worker.check();

    // Then
    assertThat(frozen).isEqualTo(1);
    assertThat(pieces(sha256)).isZero();
    await().until(() -> types().contains("PreservationExpired"));
  }
}
