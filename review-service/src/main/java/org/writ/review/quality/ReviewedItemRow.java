package org.writ.review.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An item about which a second review disagrees; written by {@link QualityFold} alone. */
@Entity
@Table(name = "second_review_item")
@IdClass(ReviewedItemRow.Key.class)
class ReviewedItemRow {

  /** Identity of a row. */
  record Key(String decision, String itemId) implements Serializable {}

  @Id String decision;

  @Id String itemId;

  /** What the second person would have done; the first did the contrary. */
  @Column boolean approved;

  @Column @Nullable String ground;
}
