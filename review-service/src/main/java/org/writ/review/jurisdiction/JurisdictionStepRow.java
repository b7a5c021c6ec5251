package org.writ.review.jurisdiction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.events.review.Safeguards;

/** Safeguards as they were proposed or confirmed; written by {@link JurisdictionFold} alone. */
@Entity
@Table(name = "jurisdiction_step")
@IdClass(JurisdictionStepRow.Key.class)
class JurisdictionStepRow {

  /**
   * What names a row.
   *
   * @param sequence version of the country after the step
   */
  record Key(String country, long sequence) {}

  @Id String country;

  @Id long sequence;

  /** Counts what was confirmed; 0 of a proposal. */
  @Column int edition;

  @Column Instant at;

  /** Role and opaque id, as in the envelope. */
  @Column String actor;

  @Column boolean escalation;

  /** With spaces between them. */
  @Column String refusedOffences;

  /** With spaces between them. */
  @Column String withoutDualCriminality;

  @Column @Nullable Integer mostPeriodDays;

  @Column @Nullable Integer mostItems;

  @Column boolean refused;

  @Column String reason;

  /**
   * The row.
   *
   * @param edition 0 of a proposal
   */
  static JurisdictionStepRow of(Envelope envelope, int edition, Safeguards safeguards) {
    var row = new JurisdictionStepRow();
    row.country = envelope.subject();
    row.sequence = envelope.sequence();
    row.edition = edition;
    row.at = envelope.time();
    row.actor = envelope.actor().toString();
    row.escalation = safeguards.getEscalation();
    row.refusedOffences = String.join(" ", safeguards.getRefusedOffences());
    row.withoutDualCriminality = String.join(" ", safeguards.getWithoutDualCriminality());
    row.mostPeriodDays = safeguards.getMostPeriodDays();
    row.mostItems = safeguards.getMostItems();
    row.refused = safeguards.getRefused();
    row.reason = safeguards.getReason();
    return row;
  }

  /** What they are. */
  Safeguards safeguards() {
    return new Safeguards(
        escalation,
        words(refusedOffences),
        words(withoutDualCriminality),
        mostPeriodDays,
        mostItems,
        refused,
        reason);
  }

  /** As they count once they are confirmed. */
  Jurisdiction jurisdiction() {
    return new Jurisdiction(country, edition, safeguards());
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
