package org.writ.review.desk;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.EscalationStep;
import org.writ.review.casework.QueueFilter;
import org.writ.review.casework.Urgency;

/** A part of the queue that reviewers look at. */
enum Tab {
  /** Less than half of the time to answer is left, or none. */
  DUE,
  /** Held by whoever looks. */
  MINE,
  /** A decision waits for another person. */
  SECOND,
  /** The agency is asked and has not answered. */
  ASKED,
  /** Everything that waits. */
  ALL;

  /** The one with this name; {@link #ALL} if there is none. */
  static Tab of(@Nullable String name) {
    return Arrays.stream(values()).filter(tab -> tab.key().equals(name)).findFirst().orElse(ALL);
  }

  /** As it stands in addresses and keys of words. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which cases it shows to somebody, of those that are asked for otherwise. */
  QueueFilter filter(
      String reviewer,
      @Nullable String country,
      @Nullable Urgency urgency,
      @Nullable EscalationStep escalated,
      @Nullable String agency) {
    return new QueueFilter(
        switch (this) {
          case SECOND -> CaseStatus.AWAITING_SECOND_PERSON;
          case ASKED -> CaseStatus.CLARIFICATION_REQUESTED;
          case DUE, MINE, ALL -> null;
        },
        country,
        urgency,
        false,
        escalated,
        this == DUE,
        this == MINE ? reviewer : null,
        agency);
  }
}
