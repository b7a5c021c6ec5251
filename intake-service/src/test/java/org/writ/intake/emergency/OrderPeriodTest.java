package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Within how long an order has to follow. */
class OrderPeriodTest {

  private static final EmergencyConfig CONFIG =
      new EmergencyConfig() {
        @Override
        public Duration orderWithin() {
          return Duration.ofHours(72);
        }

        @Override
        public Map<String, Order> orders() {
          return Map.of("EU_E_EVIDENCE", new Law(Duration.ofHours(48), "Article 4(5)"));
        }

        @Override
        public String check() {
          return "off";
        }
      };

  private record Law(Duration within, String rule) implements EmergencyConfig.Order {}

  @Test
  void lawThatSaysItGoesBeforeThePlatformsRule() {
    // When
    var european = OrderPeriod.of(CONFIG, "EU_E_EVIDENCE");
    var national = OrderPeriod.of(CONFIG, "NATIONAL");

    // Then
    assertThat(european).isEqualTo(new OrderPeriod(Duration.ofHours(48), "Article 4(5)"));
    assertThat(national.within()).isEqualTo(Duration.ofHours(72));
    assertThat(national.rule()).startsWith("The platform's rule").endsWith("72 hours");
  }
}
