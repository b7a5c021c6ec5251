package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.writ.review.casework.EscalationStep;
import org.writ.review.casework.Urgency;

class NarrowingTest {

  @Test
  void addressKeepsEverythingThatIsChosen() {
    // Given
    var narrowing = Narrowing.read("due", "DE", "LATE", "LAST_HOUR", " a&b=ä ");

    // When
    String address = narrowing.address(Tab.MINE);

    // Then
    assertThat(address)
        .isEqualTo("/desk?tab=mine&country=DE&urgency=LATE&escalated=LAST_HOUR&q=a%26b%3D%C3%A4");
    assertThat(narrowing.filter("rita").urgency()).isEqualTo(Urgency.LATE);
    assertThat(narrowing.filter("rita").escalated()).isEqualTo(EscalationStep.LAST_HOUR);
    assertThat(narrowing.filter("rita").dueSoon()).isTrue();
    assertThat(narrowing.filter("rita").holder()).isNull();
  }

  @Test
  void onlyAnIdIsTheIdOfACase() {
    assertThat(
            Narrowing.read(null, null, null, null, "019AC9D0-0000-7000-8000-000000000000").caseId())
        .contains("019ac9d0-0000-7000-8000-000000000000");
    assertThat(Narrowing.read(null, null, null, null, "../019ac9d0").caseId()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsNotAskedFor() {
    // When
    var narrowing = Narrowing.read("x", "Germany", "VERY", "SOON", "y".repeat(1_000));

    // Then
    assertThat(narrowing.tab()).isEqualTo(Tab.ALL);
    assertThat(narrowing.country()).isNull();
    assertThat(narrowing.urgency()).isNull();
    assertThat(narrowing.escalated()).isNull();
    assertThat(narrowing.search()).hasSize(200);
  }
}
