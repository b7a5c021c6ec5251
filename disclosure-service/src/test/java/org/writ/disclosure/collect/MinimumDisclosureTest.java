package org.writ.disclosure.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over many generated worlds and decisions: exactly what was approved comes out. */
class MinimumDisclosureTest {

  private static final long SEED = 20261121;
  private static final int WORLDS = 200;
  private static final int APPROVALS = 50;

  @Test
  void collectorDisclosesExactlyWhatWasApproved() {
    assertThat(violations((world, approval) -> collect(world, approval))).isEmpty();
  }

  @Test
  void generatedWorldsHoldEveryOutcome() {
    // Given
    var outcomes = new EnumMap<Collected.Reason, Integer>(Collected.Reason.class);
    var found = new ArrayList<Collected>();

    // When
    forEach(
        (world, approval) -> {
          switch (collect(world, approval)) {
            case Collected.Found it -> found.add(it);
            case Collected.Nothing it -> outcomes.merge(it.reason(), 1, Integer::sum);
          }
        });

    // Then
    assertThat(found).hasSizeGreaterThan(1000);
    assertThat(outcomes).containsOnlyKeys(Collected.Reason.values());
    assertThat(outcomes.values()).allMatch(count -> count > 100);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void mutantIsCaught(Mutant mutant) {
    assertThat(violations(mutant::collect)).isNotEmpty();
  }

  @Test
  void collectorWithoutMistakeIsNotMistakenForAMutant() {
    assertThat(violations(Mutant.NONE::collect)).isEmpty();
  }

  private static Collected collect(World world, Approval approval) {
    var found = new ArrayList<Collected>();
    new Collector(world).collect(List.of(approval), found::add);
    return found.getFirst();
  }

  private static List<String> violations(BiFunction<World, Approval, Collected> collector) {
    var violations = new ArrayList<String>();
    forEach(
        (world, approval) ->
            violations.addAll(new Bounds(world).violations(collector.apply(world, approval))));
    return violations;
  }

  private interface Check {
    void of(World world, Approval approval);
  }

  private static void forEach(Check check) {
    var random = new Random(SEED);
    for (int i = 0; i < WORLDS; i++) {
      var world = new World(0, random);
      for (int j = 0; j < APPROVALS; j++) {
        check.of(world, world.approval(random));
      }
    }
  }
}
