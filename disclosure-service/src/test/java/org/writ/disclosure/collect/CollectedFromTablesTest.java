package org.writ.disclosure.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.disclosure.account.AccountActivity;
import org.writ.eventlog.testing.TestStack;

/** The same worlds, fed through the real tables. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class CollectedFromTablesTest {

  private static final long SEED = 20261121;
  private static final int WORLDS = 15;
  private static final int APPROVALS = 40;

  @Inject AccountActivity activity;
  @Inject Collector collector;

  @Test
  void tablesDiscloseExactlyWhatWasApproved() {
    var random = new Random(SEED);
    for (int number = 0; number < WORLDS; number++) {
      // Given
      var world = new World(number, random);
      QuarkusTransaction.requiringNew().run(() -> activity.takeIn(world.activities()));
      for (int i = 0; i < APPROVALS; i++) {
        Approval approval = world.approval(random);

        // When
        Collected collected =
            QuarkusTransaction.requiringNew()
                .call(() -> collector.collect(List.of(approval)).getFirst());

        // Then
        assertThat(new Bounds(world).violations(collected)).isEmpty();
        assertThat(addresses(collected))
            .isEqualTo(addresses(new Collector(world).collect(List.of(approval)).getFirst()));
      }
    }
  }

  /** The reason why there is nothing, or the disclosed logins. */
  private static Object addresses(Collected collected) {
    return switch (collected) {
      case Collected.Nothing it -> it.reason();
      case Collected.Found it ->
          it.records().stream()
              .filter(record -> record.type() == DataType.IP_ADDRESS)
              .map(Disclosed::values)
              .toList();
    };
  }
}
