package org.writ.review.jurisdiction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A country that somebody set or proposes safeguards for; written by {@link JurisdictionFold}
 * alone.
 */
@Entity
@Table(name = "jurisdiction")
class JurisdictionRow {

  @Id String country;

  @Column long version;

  /** The step that says what counts; null if nothing does. */
  @Column @Nullable Long confirmed;

  /** The step that says what is proposed; null if nothing is. */
  @Column @Nullable Long proposed;

  /** Opaque id of the person who proposes it. */
  @Column @Nullable String proposedBy;
}
