package org.writ.intake.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.ItemResult;

/** An item of a request; written by {@link RequestFold} alone. */
@Entity
@Table(name = "request_item")
class ItemRow {

  private static final String SEPARATOR = ",";

  @Id String itemId;

  @Column String requestId;

  /** Place in the request, from 0. */
  @Column int position;

  @Column String identifierType;

  /** Keyed HMAC (hex) of the identifier; null in requests from before there was one. */
  @Column @Nullable String identifierFingerprint;

  /** What was asked for, separated by commas. */
  @Column String dataTypes;

  @Column @Nullable Instant periodFrom;

  @Column @Nullable Instant periodTo;

  /** APPROVED or REFUSED. */
  @Enumerated(EnumType.STRING)
  @Column
  @Nullable ItemResult decision;

  /** DISCLOSED or NO_DATA. */
  @Enumerated(EnumType.STRING)
  @Column
  @Nullable ItemResult disclosure;

  /** What was approved, or disclosed once that is known, separated by commas. */
  @Column @Nullable String grantedDataTypes;

  @Column @Nullable String ground;

  /** What the agency sees: disclosure says more than the decision that it carries out. */
  @Nullable ItemResult outcome() {
    return disclosure == null ? decision : disclosure;
  }

  /**
   * Applies one step. A decision that comes after the disclosure must not hide what disclosure
   * said.
   */
  void apply(ItemProgress progress) {
    boolean isDecision =
        switch (progress.getOutcome()) {
          case APPROVED, REFUSED -> true;
          case DISCLOSED, NO_DATA -> false;
          case UNKNOWN -> throw new IllegalArgumentException("An item's outcome is not known here");
        };
    if (isDecision) {
      decision = progress.getOutcome();
    } else {
      disclosure = progress.getOutcome();
    }
    if (!isDecision || disclosure == null) {
      grantedDataTypes = join(progress.getDataTypes());
      ground = progress.getGround();
    }
  }

  /** Leaves it undecided, as it was before its request was refused. */
  void forgetDecision() {
    decision = null;
    grantedDataTypes = null;
    ground = null;
  }

  static String join(List<String> dataTypes) {
    return String.join(SEPARATOR, dataTypes);
  }

  static List<String> split(String dataTypes) {
    return dataTypes.isEmpty() ? List.of() : List.of(dataTypes.split(SEPARATOR));
  }
}
