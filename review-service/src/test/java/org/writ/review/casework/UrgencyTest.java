package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

  private static final Instant RECEIVED_AT = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant DUE_AT = Instant.parse("2026-11-30T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00:00Z, NORMAL",
    "2026-11-25T00:00:00Z, NORMAL",
    "2026-11-25T00:00:00.001Z, DUE_SOON",
    "2026-11-28T00:00:00Z, DUE_SOON",
    "2026-11-28T00:00:00.001Z, URGENT",
    "2026-11-29T23:59:59.999Z, URGENT",
    "2026-11-30T00:00:00Z, LATE",
    "2027-01-01T00:00:00Z, LATE"
  })
  void urgencyGoesByTheShareOfTheTimeThatIsLeft(Instant now, Urgency urgency) {
    assertThat(Urgency.at(now, RECEIVED_AT, DUE_AT)).isEqualTo(urgency);
  }
}
