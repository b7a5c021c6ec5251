package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.DeliveryAcknowledged;

/** Acknowledgements that come over the handover interface, where nobody waits for the answer. */
class HandoverAcknowledgementTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2026-12-21T12:00:00Z");
  private static final String DELIVERY = "0192f000-0000-7000-8000-000000000002";
  private static final String DECISION = "0192f000-0000-7000-8000-000000000003";
  private static final String HASH = "ab".repeat(32);
  private static final String OTHER = "cd".repeat(32);

  private static final Delivery PREPARING = new Delivery.Preparing(DELIVERY, DECISION);
  private static final Delivery NO_DATA = new Delivery.NoData(DELIVERY, DECISION);
  private static final Delivery AVAILABLE =
      new Delivery.Available(DELIVERY, DECISION, HASH, EXPIRY);
  private static final Delivery DELIVERED =
      new Delivery.Delivered(DELIVERY, DECISION, HASH, EXPIRY);
  private static final Delivery EXPIRED = new Delivery.Expired(DELIVERY, DECISION, HASH);
  private static final Delivery WITHDRAWN = new Delivery.Withdrawn(DELIVERY, DECISION);
  private static final Delivery FROZEN = new Delivery.Frozen(AVAILABLE, "suspension-1");

  static final List<Arguments> REFUSED =
      List.of(
          Arguments.of(AVAILABLE, OTHER, "WRONG_PACKAGE"),
          Arguments.of(DELIVERED, OTHER, "WRONG_PACKAGE"),
          Arguments.of(PREPARING, HASH, "NO_PACKAGE"),
          Arguments.of(NO_DATA, HASH, "NO_PACKAGE"),
          Arguments.of(EXPIRED, HASH, "GONE"),
          Arguments.of(WITHDRAWN, HASH, "GONE"),
          Arguments.of(FROZEN, HASH, "FROZEN"));

  @Test
  void hashOfThePackageAcknowledgesItOnce() {
    // When
    List<SpecificRecord> events = decide(AVAILABLE, HASH.toUpperCase(Locale.ROOT), NOW);

    // Then
    assertThat(events).containsExactly(new DeliveryAcknowledged(DELIVERY, HASH));
    assertThat(Delivery.evolve(AVAILABLE, events.getFirst())).isEqualTo(DELIVERED);
    assertThat(decide(DELIVERED, HASH, NOW)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void whatCannotBeAcknowledgedStaysAsItIsAndAnEventSaysWhy(
      Delivery state, String sha256, String reason) {
    // When
    List<SpecificRecord> events = decide(state, sha256, NOW);

    // Then
    assertThat(events).containsExactly(new AcknowledgementRefused(DELIVERY, sha256, reason));
    assertThat(Delivery.evolve(state, events.getFirst())).isEqualTo(state);
  }

  @Test
  void acknowledgementComesTooLateWhenThePackageExpires() {
    assertThat(decide(AVAILABLE, HASH, EXPIRY.minusMillis(1)))
        .containsExactly(new DeliveryAcknowledged(DELIVERY, HASH));
    assertThat(decide(AVAILABLE, HASH, EXPIRY))
        .containsExactly(new AcknowledgementRefused(DELIVERY, HASH, "GONE"));
  }

  @Test
  void refusalWithoutADeliveryIsAnError() {
    assertThatThrownBy(
            () ->
                Delivery.evolve(
                    new Delivery.None(), new AcknowledgementRefused(DELIVERY, HASH, "GONE")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<SpecificRecord> decide(Delivery state, String sha256, Instant now) {
    return DeliveryRules.decide(
            state, new DeliveryCommand.AcknowledgeByHandover(DELIVERY, sha256), now)
        .stream()
        .map(NewEvent::data)
        .toList();
  }
}
