package org.writ.disclosure.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.disclosure.ApprovedItem;

/**
 * An approved item of a delivery and what was found for it; written by {@link DeliveryFold} alone.
 */
@Entity
@Table(name = "delivery_item")
class DeliveryItemRow {

  private static final String SEPARATOR = ",";

  /**
   * Which item.
   *
   * @param position in the decision, from 0
   */
  @Embeddable
  record Key(
      @Column(name = "delivery_id") String deliveryId, @Column(name = "position") int position)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "item_id")
  String itemId;

  @Column(name = "identifier_type")
  String identifierType;

  /** Names, separated by commas. */
  @Column(name = "data_types")
  String dataTypes;

  @Column(name = "period_from")
  Instant from;

  @Column(name = "period_to")
  Instant to;

  @Column(name = "outcome")
  @Nullable String outcome;

  /** Names, separated by commas; null until it is known. */
  @Column(name = "disclosed_data_types")
  @Nullable String disclosedDataTypes;

  @Column(name = "records")
  @Nullable Long records;

  @Column(name = "reason")
  @Nullable String reason;

  static String joined(List<String> names) {
    return String.join(SEPARATOR, names);
  }

  /** The item as the decision approved it. */
  ApprovedItem approved() {
    return new ApprovedItem(itemId, identifierType, List.of(dataTypes.split(SEPARATOR)), from, to);
  }
}
