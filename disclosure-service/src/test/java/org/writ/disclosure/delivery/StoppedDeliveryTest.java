package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;

/** What withdrawals and suspensions do to deliveries. */
class StoppedDeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2026-12-21T12:00:00Z");
  private static final String DELIVERY = "0192f000-0000-7000-8000-000000000002";
  private static final String DECISION = "0192f000-0000-7000-8000-000000000003";
  private static final String HASH = "ab".repeat(32);

  private static final Delivery NONE = new Delivery.None();
  private static final Delivery PREPARING = new Delivery.Preparing(DELIVERY, DECISION);
  private static final Delivery NO_DATA = new Delivery.NoData(DELIVERY, DECISION);
  private static final Delivery AVAILABLE =
      new Delivery.Available(DELIVERY, DECISION, HASH, EXPIRY);
  private static final Delivery DELIVERED =
      new Delivery.Delivered(DELIVERY, DECISION, HASH, EXPIRY);
  private static final Delivery EXPIRED = new Delivery.Expired(DELIVERY, DECISION, HASH);
  private static final Delivery WITHDRAWN = new Delivery.Withdrawn(DELIVERY, DECISION);

  private static final DeliveryCommand WITHDRAW = new DeliveryCommand.Withdraw();
  private static final DeliveryCommand FREEZE = new DeliveryCommand.Freeze("suspension-1");
  private static final DeliveryCommand UNFREEZE = new DeliveryCommand.Unfreeze("suspension-1");

  static final List<Delivery> STOPPABLE = List.of(PREPARING, AVAILABLE);
  static final List<Delivery> FREEZABLE = List.of(PREPARING, AVAILABLE, DELIVERED);
  static final List<Delivery> OVER = List.of(NONE, NO_DATA, EXPIRED, WITHDRAWN);

  @ParameterizedTest
  @FieldSource("STOPPABLE")
  void aWithdrawalEndsWhatTheAgencyHasNotAcknowledged(Delivery state) {
    // When
    List<SpecificRecord> events = decide(state, WITHDRAW);

    // Then
    assertThat(events).containsExactly(new DeliveryWithdrawn(DELIVERY));
    assertThat(Delivery.evolve(state, events.getFirst())).isEqualTo(WITHDRAWN);
    assertThat(decide(WITHDRAWN, WITHDRAW)).isEmpty();
  }

  @Test
  void aWithdrawalChangesNothingAboutWhatIsOverOrAcknowledged() {
    assertThat(decide(DELIVERED, WITHDRAW)).isEmpty();
    OVER.forEach(state -> assertThat(decide(state, WITHDRAW)).isEmpty());
  }

  @Test
  void aWithdrawnDeliveryIsGone() {
    assertThatThrownBy(() -> decide(WITHDRAWN, new DeliveryCommand.Fetch(false)))
        .isInstanceOf(DeliveryRefusal.Gone.class)
        .hasMessageContaining("withdrawn");
    assertThatThrownBy(() -> decide(WITHDRAWN, new DeliveryCommand.Acknowledge(HASH)))
        .isInstanceOf(DeliveryRefusal.Gone.class);
  }

  @Test
  void aPackageThatIsPreparedWhileTheWithdrawalTravelsIsNotStoredAfterIt() {
    // Given
    var prepare = new DeliveryCommand.Prepare(HASH, 7L, "cd", EXPIRY, List.of(), 1);

    // Then
    assertThatThrownBy(() -> decide(WITHDRAWN, prepare)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> decide(frozen(PREPARING), prepare))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @FieldSource("FREEZABLE")
  void aSuspensionFreezesOnceAndItsEndLeadsBack(Delivery state) {
    // When
    List<SpecificRecord> events = decide(state, FREEZE);

    // Then
    assertThat(events).containsExactly(new DeliveryFrozen(DELIVERY, "suspension-1"));
    Delivery frozen = Delivery.evolve(state, events.getFirst());
    assertThat(frozen).isEqualTo(frozen(state));
    assertThat(decide(frozen, FREEZE)).isEmpty();

    // When
    List<SpecificRecord> end = decide(frozen, UNFREEZE);

    // Then
    assertThat(end).containsExactly(new DeliveryUnfrozen(DELIVERY, "suspension-1"));
    assertThat(Delivery.evolve(frozen, end.getFirst())).isEqualTo(state);
  }

  @ParameterizedTest
  @FieldSource("OVER")
  void whatIsOverIsNotFrozen(Delivery state) {
    assertThat(decide(state, FREEZE)).isEmpty();
    assertThat(decide(state, UNFREEZE)).isEmpty();
  }

  @Test
  void onlyTheEndOfItsOwnSuspensionLiftsIt() {
    // Given
    Delivery frozen = frozen(AVAILABLE);
    var other = new DeliveryCommand.Freeze("suspension-2");

    // Then
    assertThat(decide(frozen, new DeliveryCommand.Unfreeze("suspension-2"))).isEmpty();
    Delivery again = Delivery.evolve(frozen, decide(frozen, other).getFirst());
    assertThat(again).isEqualTo(new Delivery.Frozen(AVAILABLE, "suspension-2"));
    assertThat(decide(again, UNFREEZE)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FREEZABLE")
  void nothingFrozenIsHandedOverOrAcknowledged(Delivery state) {
    assertThatThrownBy(() -> decide(frozen(state), new DeliveryCommand.Fetch(true)))
        .isInstanceOf(DeliveryRefusal.Frozen.class);
    assertThatThrownBy(() -> decide(frozen(state), new DeliveryCommand.Acknowledge(HASH)))
        .isInstanceOf(DeliveryRefusal.Frozen.class);
  }

  @Test
  void whatIsFrozenCanBeWithdrawnAndExpire() {
    // Given
    Delivery frozen = frozen(AVAILABLE);

    // When
    List<SpecificRecord> withdrawn = decide(frozen, WITHDRAW);
    List<SpecificRecord> expired =
        DeliveryRules.decide(frozen, new DeliveryCommand.Expire(), EXPIRY).stream()
            .map(NewEvent::data)
            .toList();

    // Then
    assertThat(withdrawn).containsExactly(new DeliveryWithdrawn(DELIVERY));
    assertThat(Delivery.evolve(frozen, withdrawn.getFirst())).isEqualTo(frozen(WITHDRAWN));
    assertThat(expired).containsExactly(new DeliveryExpired(DELIVERY));
    assertThat(Delivery.evolve(frozen, expired.getFirst())).isEqualTo(frozen(EXPIRED));
  }

  @Test
  void theDecisionThatWasCarriedOutIsRememberedThroughAllOfIt() {
    // Given
    var open =
        new DeliveryCommand.Open(
            UUID.fromString(DELIVERY),
            UUID.fromString(DECISION),
            Decided.by("agency-de", new byte[0], Decided.approved("item-1", "IP_ADDRESS")),
            Decided.details("item-1", "x"));

    // Then
    assertThat(decide(WITHDRAWN, open)).isEmpty();
    assertThat(decide(frozen(PREPARING), open)).isEmpty();
  }

  @Test
  void eventsThatCannotFollowAreErrors() {
    for (Delivery state : List.of(NONE, NO_DATA, DELIVERED, EXPIRED, WITHDRAWN)) {
      assertThatThrownBy(() -> Delivery.evolve(state, new DeliveryWithdrawn(DELIVERY)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(
            () -> Delivery.evolve(AVAILABLE, new DeliveryUnfrozen(DELIVERY, "suspension-1")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Delivery.evolve(NONE, new DeliveryFrozen(DELIVERY, "suspension-1")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Delivery frozen(Delivery inside) {
    return new Delivery.Frozen(inside, "suspension-1");
  }

  private static List<SpecificRecord> decide(Delivery state, DeliveryCommand command) {
    return DeliveryRules.decide(state, command, NOW).stream().map(NewEvent::data).toList();
  }
}
