package org.writ.disclosure.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
  private static final int WORLDS = 3;

  /** More than are looked up together. */
  private static final int APPROVALS = 600;

  @Inject AccountActivity activity;
  @Inject Collector collector;

  @Test
  void tablesDiscloseExactlyWhatWasApproved() {
    var random = new Random(SEED);
    for (int number = 0; number < WORLDS; number++) {
      // Given
      var world = new World(number, random);
      QuarkusTransaction.requiringNew().run(() -> activity.takeIn(world.activities()));
      List<Approval> approvals =
          Stream.generate(() -> world.approval(random)).limit(APPROVALS).toList();
      var collected = new ArrayList<Collected>();

      // When
      QuarkusTransaction.requiringNew().run(() -> collector.collect(approvals, collected::add));

      // Then
      var expected = new ArrayList<Collected>();
      new Collector(world).collect(approvals, expected::add);
      assertThat(collected).extracting(Collected::approval).isEqualTo(approvals);
      assertThat(collected)
          .allSatisfy(it -> assertThat(new Bounds(world).violations(it)).isEmpty());
      assertThat(collected.stream().map(CollectedFromTablesTest::addresses))
          .containsExactlyElementsOf(
              expected.stream().map(CollectedFromTablesTest::addresses).toList());
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
