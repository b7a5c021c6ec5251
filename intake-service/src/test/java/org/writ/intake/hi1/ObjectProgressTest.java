package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.RequestStanding.Aside;
import org.writ.intake.hi1.RequestStanding.Item;
import org.writ.intake.hi1.RequestStanding.Step;

/** How the generation of an object rises, and when it changed last. */
class ObjectProgressTest {

  private static final Instant CREATED = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ITEM = "01936f00-0000-7000-8000-000000000002";
  private static final List<RequestStatus> APPEALED =
      List.of(
          RequestStatus.RECEIVED,
          RequestStatus.UNDER_REVIEW,
          RequestStatus.REFUSED,
          RequestStatus.UNDER_REVIEW,
          RequestStatus.APPROVED,
          RequestStatus.AVAILABLE,
          RequestStatus.DELIVERED);

  @ParameterizedTest
  @CsvSource({
    "AUTHORISATION,RECEIVED UNDER_REVIEW CLARIFICATION_REQUESTED UNDER_REVIEW,,1,0",
    "AUTHORISATION,RECEIVED UNDER_REVIEW REFUSED,REFUSED,2,2",
    "AUTHORISATION,RECEIVED UNDER_REVIEW REFUSED UNDER_REVIEW,,3,3",
    "AUTHORISATION,RECEIVED UNDER_REVIEW APPROVED AVAILABLE DELIVERED,DISCLOSED,2,2",
    "AUTHORISATION,RECEIVED UNDER_REVIEW APPROVED AVAILABLE EXPIRED,DISCLOSED,3,4",
    "LD_TASK,RECEIVED UNDER_REVIEW CLARIFICATION_REQUESTED UNDER_REVIEW,,1,0",
    "LD_TASK,RECEIVED UNDER_REVIEW APPROVED,APPROVED,2,2",
    "LD_TASK,RECEIVED UNDER_REVIEW APPROVED AVAILABLE DELIVERED,DISCLOSED,3,3",
    "LD_TASK,RECEIVED UNDER_REVIEW PARTLY_APPROVED AVAILABLE,REFUSED,2,2",
    "LD_TASK,RECEIVED UNDER_REVIEW REFUSED,REFUSED,2,2",
    "LD_TASK,RECEIVED UNDER_REVIEW REFUSED UNDER_REVIEW,,3,3",
    "LD_TASK,RECEIVED UNDER_REVIEW REFUSED UNDER_REVIEW REFUSED,REFUSED,4,4",
    "LD_TASK,RECEIVED UNDER_REVIEW REFUSED UNDER_REVIEW APPROVED AVAILABLE,DISCLOSED,5,5",
    "LD_TASK,RECEIVED UNDER_REVIEW APPROVED WITHDRAWN,APPROVED,3,3",
    "LP_TASK,RECEIVED UNDER_REVIEW APPROVED,APPROVED,1,0",
    "LP_TASK,RECEIVED UNDER_REVIEW APPROVED PRESERVED,APPROVED,2,3",
    "LP_TASK,RECEIVED UNDER_REVIEW REFUSED UNDER_REVIEW,,3,3",
    "LP_TASK,RECEIVED UNDER_REVIEW APPROVED PRESERVED WITHDRAWN,APPROVED,3,4"
  })
  void stepsThatChangeTheStatusAreCounted(
      ObjectType type, String steps, @Nullable ItemResult result, long generation, int changing) {
    // Given
    var history = List.of(steps.split(" ")).stream().map(RequestStatus::valueOf).toList();

    // When
    var known = known(type, standing(history, result, Aside.NOTHING));

    // Then
    assertThat(known.generation()).isEqualTo(generation);
    assertThat(known.lastChanged()).isEqualTo(at(changing));
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectType.class,
      names = {"AUTHORISATION", "LD_TASK", "LP_TASK"})
  void neitherEverGoesBack(ObjectType type) {
    // When
    var generations = new ArrayList<Long>();
    var changes = new ArrayList<Instant>();
    for (int steps = 1; steps <= APPEALED.size(); steps++) {
      var history = APPEALED.subList(0, steps);
      var known = known(type, standing(history, resultOf(history.getLast()), Aside.NOTHING));
      generations.add(known.generation());
      changes.add(known.lastChanged());
    }

    // Then
    assertThat(generations).isSorted().startsWith(1L, 1L, 2L, 3L);
    assertThat(changes).isSorted();
  }

  @Test
  void extensionOfAPreservationIsAChange() {
    // Given
    var history =
        List.of(
            RequestStatus.RECEIVED,
            RequestStatus.UNDER_REVIEW,
            RequestStatus.APPROVED,
            RequestStatus.PRESERVED);
    var extended = new Aside(1, at(9), null);

    // When
    var task = known(ObjectType.LP_TASK, standing(history, ItemResult.APPROVED, extended));
    var authorisation =
        known(ObjectType.AUTHORISATION, standing(history, ItemResult.APPROVED, extended));

    // Then
    assertThat(task.generation()).isEqualTo(3);
    assertThat(task.lastChanged()).isEqualTo(at(9));
    assertThat(authorisation.lastChanged())
        .as("It says nothing of how long data is preserved")
        .isEqualTo(at(2));
  }

  @Test
  void refusalThatIsToldAfterThePackageIsAChange() {
    // Given
    var history =
        List.of(RequestStatus.RECEIVED, RequestStatus.UNDER_REVIEW, RequestStatus.AVAILABLE);

    // When
    var before = known(ObjectType.LD_TASK, standing(history, null, Aside.NOTHING));
    var after =
        known(ObjectType.LD_TASK, standing(history, ItemResult.REFUSED, new Aside(0, null, at(7))));

    // Then
    assertThat(before.generation()).isEqualTo(1);
    assertThat(after.generation()).isEqualTo(2);
    assertThat(after.lastChanged()).isEqualTo(at(7));
  }

  private static @Nullable ItemResult resultOf(RequestStatus status) {
    return switch (status) {
      case REFUSED -> ItemResult.REFUSED;
      case APPROVED -> ItemResult.APPROVED;
      case AVAILABLE, DELIVERED -> ItemResult.DISCLOSED;
      default -> null;
    };
  }

  private static Instant at(int step) {
    return CREATED.plus(Duration.ofHours(step));
  }

  private static RequestStanding standing(
      List<RequestStatus> history, @Nullable ItemResult result, Aside aside) {
    var steps = new ArrayList<Step>();
    history.forEach(status -> steps.add(new Step(status, at(steps.size()))));
    return new RequestStanding(
        history.getLast(),
        result == null ? Map.of() : Map.of(ITEM, new Item(result, null)),
        steps,
        List.of(),
        null,
        null,
        aside);
  }

  private static Known known(ObjectType type, RequestStanding standing) {
    String authorisation = HandoverScenario.AUTHORISATION;
    var members =
        type == ObjectType.AUTHORISATION
            ? Messages.authorisation(authorisation)
            : Messages.task(
                type, HandoverScenario.TASK, authorisation, "writ", "AccountId", "1000001");
    return new Known(
        HandoverScenario.kept(type, members),
        HandoverScenario.REQUEST,
        type == ObjectType.AUTHORISATION ? null : ITEM,
        1,
        CREATED,
        standing,
        1);
  }
}
