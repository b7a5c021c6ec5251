package org.writ.review.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writ.events.review.Safeguards;
import org.writ.events.review.SafeguardsConfirmed;

/** How the safeguards of a country are changed. */
class JurisdictionChangesTest {

  private static final Safeguards STRICT =
      new Safeguards(true, List.of("SPEECH"), List.of(), 30, null, false, "Opinions are charged.");
  private static final Jurisdiction PLAIN = Jurisdiction.plain("TR");

  @Test
  void whatAnotherPersonConfirmsCountsAsTheNextEdition() {
    // Given
    var standing =
        new JurisdictionStanding(new Jurisdiction("TR", 4, PLAIN.safeguards()), STRICT, "olga");

    // When
    SafeguardsConfirmed confirmed = JurisdictionChanges.confirm(standing, "sofia");

    // Then
    assertThat(confirmed).isEqualTo(new SafeguardsConfirmed(STRICT, 5, "olga", "sofia"));
  }

  @Test
  void nobodyConfirmsTheirOwnOrWhatNobodyProposed() {
    assertThatThrownBy(
            () ->
                JurisdictionChanges.confirm(
                    new JurisdictionStanding(PLAIN, STRICT, "olga"), "olga"))
        .isInstanceOf(JurisdictionConflict.class)
        .hasMessageContaining("another person");
    assertThatThrownBy(
            () -> JurisdictionChanges.confirm(new JurisdictionStanding(PLAIN, null, null), "olga"))
        .isInstanceOf(JurisdictionConflict.class)
        .hasMessageContaining("Nothing is proposed");
  }

  @Test
  void whatCountsAlreadyIsNotProposed() {
    // Given
    var standing = new JurisdictionStanding(new Jurisdiction("TR", 1, STRICT), null, null);

    // Then
    assertThatThrownBy(() -> JurisdictionChanges.propose(standing, STRICT, "olga"))
        .isInstanceOf(JurisdictionConflict.class)
        .hasMessageContaining("count already");
    assertThat(JurisdictionChanges.propose(standing, PLAIN.safeguards(), "olga").getProposedBy())
        .isEqualTo("olga");
  }

  @Test
  void theHistorySaysWhatCountedWhen() {
    // Given
    var first = new Jurisdiction("TR", 1, STRICT);
    var second = new Jurisdiction("TR", 2, PLAIN.safeguards());
    var history =
        new Jurisdictions.History(
            Map.of(
                "TR",
                new TreeMap<>(
                    Map.of(
                        Instant.parse("2026-03-01T00:00:00Z"), first,
                        Instant.parse("2026-06-01T00:00:00Z"), second))));

    // Then
    assertThat(history.at("TR", Instant.parse("2026-02-28T23:59:59Z"))).isEqualTo(PLAIN);
    assertThat(history.at("TR", Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(first);
    assertThat(history.at("TR", Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo(second);
    assertThat(history.at("DE", Instant.parse("2026-12-01T00:00:00Z")).edition()).isZero();
  }
}
