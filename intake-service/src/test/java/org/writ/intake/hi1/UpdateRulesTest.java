package org.writ.intake.hi1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;
import static org.writ.intake.hi1.Messages.wishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.intake.RequestStatus;

/** What an owner changes of its objects, and takes back. */
class UpdateRulesTest extends HandoverScenario {

  @Test
  void cancellingTakesTheRequestBack() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // When
    var decision =
        decide(
            update(wishing(Messages.object(ObjectType.AUTHORISATION, AUTHORISATION), "Cancelled")));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.withdrawn()).containsExactly(REQUEST);
    assertThat(decision.kept())
        .singleElement()
        .satisfies(kept -> assertThat(kept.generation()).isEqualTo(2));
  }

  @Test
  void cancellingAnAuthorisationWithoutTasksTakesNothingBack() {
    // Given
    keep(decide(create(authorisation(AUTHORISATION))), null, 0);

    // When
    var decision = decide(update(wishing(authorisation(AUTHORISATION), "Cancelled")));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.withdrawn()).isEmpty();
    keep(decision, null, 0);
    assertThat(codes(decide(create(task(TASK, AUTHORISATION))))).containsExactly(3017);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"REFUSED", "EXPIRED", "WITHDRAWN"})
  void objectInAFinalStateStaysAsItIs(RequestStatus status) {
    // Given
    submitted(status, null);

    // When, then
    assertThat(codes(decide(update(wishing(authorisation(AUTHORISATION), "Cancelled")))))
        .containsExactly(3012);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,3008", "7,3008"})
  void generationIsTheLockOfAnUpdate(long generation, int code) {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode object = wishing(authorisation(AUTHORISATION), "Cancelled");
    object.put("Generation", generation);

    // When, then
    assertThat(codes(decide(update(object)))).containsExactly(code);
  }

  @Test
  void unknownObjectsAreNotFound() {
    // When, then
    assertThat(codes(decide(update(authorisation(AUTHORISATION))))).containsExactly(3011);
    assertThat(codes(decide(get(AUTHORISATION)))).containsExactly(3014);
  }

  @Test
  void whatIsUnderReviewIsNotChanged() {
    // Given
    submitted(RequestStatus.RECEIVED, null);
    ObjectNode object = authorisation(AUTHORISATION);
    object.put("auth:AuthorisationReference", "another");

    // When, then
    assertThat(codes(decide(update(object)))).containsExactly(3007);
  }

  @Test
  void authorisationWithoutTasksIsChanged() {
    // Given
    keep(decide(create(authorisation(AUTHORISATION))), null, 0);
    ObjectNode changes = Messages.object(ObjectType.AUTHORISATION, AUTHORISATION);
    changes.put("Generation", 1).put("auth:AuthorisationReference", "another");

    // When
    var decision = decide(update(changes));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    var kept = decision.kept().getFirst();
    assertThat(kept.generation()).isEqualTo(2);
    assertThat(kept.object().text("auth:AuthorisationReference")).contains("another");
    assertThat(kept.object().text("auth:AuthorisationTimespan", "auth:EndTime")).isPresent();
  }

  @Test
  void oneOfSeveralTasksCannotBeTakenBackAlone() {
    // Given
    submitted(RequestStatus.RECEIVED, null);
    var only = requireNonNull(known.get(TASK));
    known.put(TASK, new Known(only.object(), REQUEST, ITEM, 1, NOW, only.standing(), 2));

    // When, then
    assertThat(
            codes(decide(update(wishing(Messages.object(ObjectType.LD_TASK, TASK), "Cancelled")))))
        .containsExactly(3001);
  }

  @ParameterizedTest
  @CsvSource({"2027-02-01T00:00:01Z,0", "2027-02-01T00:00:00Z,3007", "2026-12-24T00:00:00Z,3007"})
  void laterEndOfAPreservationAsksForItsExtension(String wish, int code) {
    // Given
    preserved(Instant.parse("2027-02-01T00:00:00Z"));
    ObjectNode changes = Messages.object(ObjectType.LP_TASK, TASK).put("Generation", 1);
    changes.put("task:DesiredPreservationExpiration", wish);

    // When
    var decision = decide(update(changes));

    // Then
    assertThat(codes(decision)).containsExactly(code);
    assertThat(decision.extended())
        .isEqualTo(
            code == 0 ? List.of(new Decision.Extension(REQUEST, Instant.parse(wish))) : List.of());
  }

  @Test
  void wishForTheEndOfAPreservationIsInTheFuture() {
    // Given
    String authorisation = id();
    ObjectNode task = task(ObjectType.LP_TASK, id(), authorisation, "writ", "AccountId", "1000001");
    ObjectNode past = task.deepCopy().put("ObjectIdentifier", id());
    past.put("task:DesiredPreservationExpiration", NOW.toString());

    // When, then
    assertThat(codes(decide(create(authorisation(authorisation)), create(past))))
        .containsExactly(3000, 3007);
    task.put("task:DesiredPreservationExpiration", NOW.plusSeconds(1).toString());
    assertThat(codes(decide(create(authorisation(authorisation)), create(task))))
        .containsExactly(0, 0);
  }
}
