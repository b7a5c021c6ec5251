package org.writ.disclosure.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.writ.disclosure.collect.DataType.NotDisclosable;
import org.writ.disclosure.delivery.Decided;
import org.writ.disclosure.preservation.Preservation.Expired;
import org.writ.disclosure.preservation.Preservation.Frozen;
import org.writ.disclosure.preservation.Preservation.Kept;
import org.writ.disclosure.preservation.Preservation.Known;
import org.writ.disclosure.preservation.Preservation.None;
import org.writ.disclosure.preservation.Preservation.Nothing;
import org.writ.disclosure.preservation.Preservation.Opened;
import org.writ.disclosure.preservation.Preservation.Withdrawn;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.ApprovedIdentifier;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationDetails;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationOutcome;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;

class PreservationRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-02-19T12:00:00Z");
  private static final UUID ID = UUID.fromString("0192f000-0000-7000-8000-000000000005");
  private static final UUID DECISION = UUID.fromString("0192f000-0000-7000-8000-000000000003");
  private static final String P = ID.toString();
  private static final String D = DECISION.toString();
  private static final String HASH = "ab".repeat(32);
  private static final String RULE = "18 U.S.C. 2703(f)(2)";
  private static final String SUSPENSION = "0192f000-0000-7000-8000-000000000009";
  private static final List<ItemPreservation> FOUND =
      List.of(
          new ItemPreservation(
              "item-1", PreservationOutcome.PRESERVED, List.of("IP_ADDRESS"), 2L, null));

  private static final Preservation NONE = new None();
  private static final Known OPENED = new Opened(P, D, "NATIONAL");
  private static final Known KEPT = new Kept(P, D, HASH, UNTIL);
  private static final Known NOTHING = new Nothing(P, D);
  private static final Known EXPIRED = new Expired(P, D);
  private static final Known WITHDRAWN = new Withdrawn(P, D);

  static final List<Preservation> KNOWN =
      List.of(OPENED, KEPT, NOTHING, EXPIRED, WITHDRAWN, new Frozen(KEPT, SUSPENSION));
  static final List<Preservation> WITHOUT_COPY_TO_MAKE =
      List.of(NONE, KEPT, NOTHING, EXPIRED, WITHDRAWN, new Frozen(OPENED, SUSPENSION));
  static final List<Preservation> CHANGEABLE =
      List.of(OPENED, KEPT, new Frozen(OPENED, SUSPENSION), new Frozen(KEPT, SUSPENSION));
  static final List<Preservation> OVER = List.of(NONE, NOTHING, EXPIRED, WITHDRAWN);

  @Test
  void decisionOpensAPreservationOfExactlyWhatItApproves() {
    // Given
    CaseDecided decision =
        Decided.preservation(
            "NATIONAL", Decided.approved("item-1", "IP_ADDRESS"), Decided.refused("item-2"));
    DecisionDetails details =
        Decided.details("item-1", "+4915100000001", "item-2", "+4915100000002");

    // When
    List<NewEvent> events = PreservationRules.decide(NONE, open(decision, details), NOW);

    // Then
    assertThat(events)
        .containsExactly(
            NewEvent.sealed(
                new PreservationOpened(
                    P,
                    "agency-de",
                    "DE",
                    "NATIONAL",
                    D,
                    "2024-09-valid-orders",
                    List.of(
                        new ApprovedItem(
                            "item-1",
                            "PHONE_NUMBER",
                            List.of("IP_ADDRESS"),
                            Decided.FROM,
                            Decided.TO)),
                    null),
                new PreservationDetails(
                    List.of(new ApprovedIdentifier("item-1", "+4915100000001")))));
  }

  @Test
  void orderToDiscloseAndRefusalPreserveNothing() {
    // Given
    CaseDecided disclosing =
        Decided.by("agency-de", new byte[0], Decided.approved("item-1", "IP_ADDRESS"));
    CaseDecided refusal = Decided.preservation("NATIONAL", Decided.refused("item-1"));

    // Then
    assertThat(PreservationRules.isToBePreserved(disclosing)).isFalse();
    assertThat(decide(NONE, open(disclosing, Decided.details("item-1", "x")))).isEmpty();
    assertThat(PreservationRules.isToBePreserved(refusal)).isFalse();
    assertThat(decide(NONE, open(refusal, Decided.details()))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("KNOWN")
  void decisionIsCarriedOutOnceAndAnotherOneIsRefused(Preservation state) {
    // Given
    DecisionDetails details = Decided.details("item-1", "+4915100000001");
    var second = new PreservationCommand.Open(ID, UUID.fromString(SUSPENSION), approved(), details);

    // Then
    assertThat(decide(state, open(approved(), details))).isEmpty();
    assertThatThrownBy(() -> decide(state, second))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(D);
  }

  @Test
  void whatIsNeverDisclosedIsNotPreserved() {
    // Given
    CaseDecided decision = Decided.preservation("NATIONAL", Decided.approved("item-1", "CONTENT"));

    // Then
    assertThatThrownBy(() -> decide(NONE, open(decision, Decided.details("item-1", "+4915"))))
        .isInstanceOf(NotDisclosable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NATIONAL; 90; 18 U.S.C. 2703(f)(2)",
        "MLAT; 90; 18 U.S.C. 2703(f)(2)",
        "CLOUD_ACT; 90; 18 U.S.C. 2703(f)(2)",
        "EU_E_EVIDENCE; 60; Regulation (EU) 2023/1543, Article 11(1)"
      })
  void copyIsKeptForAsLongAsTheRegimeSays(String regime, int days, String rule) {
    // Given
    var opened = new Opened(P, D, regime);

    // When
    var events = decide(opened, new PreservationCommand.Keep(HASH, 512, FOUND));

    // Then
    assertThat(events)
        .containsExactly(
            new DataPreserved(NOW.plus(Duration.ofDays(days)), P, rule, HASH, 512L, FOUND));
  }

  @Test
  void whereNothingIsHeldThereIsNoCopy() {
    assertThat(decide(OPENED, new PreservationCommand.FindNothing(FOUND)))
        .containsExactly(new NothingPreserved(P, FOUND));
  }

  @ParameterizedTest
  @FieldSource("WITHOUT_COPY_TO_MAKE")
  void noCopyIsMadeTwiceOrForWhomNothingIsToBeDone(Preservation state) {
    var keep = new PreservationCommand.Keep(HASH, 512, FOUND);
    var nothing = new PreservationCommand.FindNothing(FOUND);

    assertThatThrownBy(() -> decide(state, keep)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> decide(state, nothing)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void extensionMovesTheEndAlsoWhileTheAgencyIsSuspended() {
    // Given
    Instant later = UNTIL.plus(Duration.ofDays(90));
    var prolong = new PreservationCommand.Prolong(later, RULE, 1);
    var prolonged = new PreservationProlonged(P, later, RULE, 1);

    // Then
    assertThat(decide(KEPT, prolong)).containsExactly(prolonged);
    assertThat(decide(new Frozen(KEPT, SUSPENSION), prolong)).containsExactly(prolonged);
    assertThat(Preservation.evolve(KEPT, prolonged)).isEqualTo(new Kept(P, D, HASH, later));
  }

  @Test
  void extensionThatIsRepeatedOrComesTooLateChangesNothing() {
    var again = new PreservationCommand.Prolong(UNTIL, RULE, 1);
    var late = new PreservationCommand.Prolong(UNTIL.plusSeconds(1), RULE, 1);

    assertThat(decide(KEPT, again)).isEmpty();
    assertThat(decide(EXPIRED, late)).isEmpty();
    assertThat(decide(WITHDRAWN, late)).isEmpty();
  }

  @Test
  void extensionOfWhatWasNeverPreservedIsAnError() {
    var prolong = new PreservationCommand.Prolong(UNTIL, RULE, 1);

    for (Preservation state : List.of(NONE, OPENED, NOTHING)) {
      assertThatThrownBy(() -> decide(state, prolong)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void copyExpiresAtItsEndAndNotBefore() {
    var expire = new PreservationCommand.Expire();

    assertThat(data(PreservationRules.decide(KEPT, expire, UNTIL.minusMillis(1)))).isEmpty();
    assertThat(data(PreservationRules.decide(KEPT, expire, UNTIL)))
        .containsExactly(new PreservationExpired(P));
    assertThat(data(PreservationRules.decide(new Frozen(KEPT, SUSPENSION), expire, UNTIL)))
        .containsExactly(new PreservationExpired(P));
    assertThat(data(PreservationRules.decide(EXPIRED, expire, UNTIL))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("CHANGEABLE")
  void withdrawalEndsWhatIsNotOver(Preservation state) {
    // When
    var events = decide(state, new PreservationCommand.Withdraw());

    // Then
    assertThat(events).containsExactly(new PreservationWithdrawn(P));
    Preservation after = Preservation.evolve(state, events.getFirst());
    assertThat(after instanceof Frozen frozen ? frozen.inside() : after).isEqualTo(WITHDRAWN);
  }

  @ParameterizedTest
  @FieldSource("CHANGEABLE")
  void suspensionFreezesWhatIsNotOverAndItsEndAloneUnfreezesIt(Preservation state) {
    // Given
    String another = UUID.fromString("0192f000-0000-7000-8000-00000000000a").toString();

    // When
    var events = decide(state, new PreservationCommand.Freeze(another));

    // Then
    assertThat(events).containsExactly(new PreservationFrozen(P, another));
    Preservation frozen = Preservation.evolve(state, events.getFirst());
    assertThat(decide(frozen, new PreservationCommand.Freeze(another))).isEmpty();
    assertThat(decide(frozen, new PreservationCommand.Unfreeze(SUSPENSION))).isEmpty();
    assertThat(decide(frozen, new PreservationCommand.Unfreeze(another)))
        .containsExactly(new PreservationUnfrozen(P, another));
    assertThat(Preservation.evolve(frozen, new PreservationUnfrozen(P, another)))
        .isEqualTo(state instanceof Frozen(Known inside, _) ? inside : state);
  }

  @ParameterizedTest
  @FieldSource("OVER")
  void whatIsOverIsNeitherWithdrawnNorFrozen(Preservation state) {
    assertThat(decide(state, new PreservationCommand.Withdraw())).isEmpty();
    assertThat(decide(state, new PreservationCommand.Freeze(SUSPENSION))).isEmpty();
    assertThat(decide(state, new PreservationCommand.Unfreeze(SUSPENSION))).isEmpty();
  }

  @Test
  void eventThatContradictsTheStateIsAnError() {
    var preserved = new DataPreserved(UNTIL, P, RULE, HASH, 512L, FOUND);
    var frozen = new Frozen(OPENED, SUSPENSION);

    for (Preservation state : List.of(NONE, KEPT, EXPIRED, frozen)) {
      assertThatThrownBy(() -> Preservation.evolve(state, preserved))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("DataPreserved");
    }
    assertThatThrownBy(() -> Preservation.evolve(frozen, new PreservationUnfrozen(P, D)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Preservation.evolve(WITHDRAWN, new PreservationExpired(P)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static CaseDecided approved() {
    return Decided.preservation("NATIONAL", Decided.approved("item-1", "IP_ADDRESS"));
  }

  private static PreservationCommand open(CaseDecided decision, DecisionDetails details) {
    return new PreservationCommand.Open(ID, DECISION, decision, details);
  }

  private static List<SpecificRecord> decide(Preservation state, PreservationCommand command) {
    return data(PreservationRules.decide(state, command, NOW));
  }

  private static List<SpecificRecord> data(List<NewEvent> events) {
    return events.stream().map(NewEvent::data).toList();
  }
}
