package org.writ.review.conflict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code conflict}. In the current transaction. */
@ApplicationScoped
class ConflictRows implements PanacheRepositoryBase<ConflictRow, ConflictRow.Key> {

  /** The conflict of a person about an agency. */
  Optional<ConflictRow> of(String agency, String reviewer) {
    return findByIdOptional(new ConflictRow.Key(agency, reviewer));
  }

  /**
   * Whether a person is in a conflict about an agency, as it is at the moment; until the end of the
   * transaction it stays so: whoever declares or ends one meanwhile waits. Where there is none, it
   * is the gap that is locked, which takes a transaction that reads repeatably.
   */
  boolean lock(String agency, String reviewer) {
    return find("agency = ?1 and reviewer = ?2", agency, reviewer)
        .withLock(LockModeType.PESSIMISTIC_READ)
        .firstResultOptional()
        .isPresent();
  }

  /**
   * Conflicts by agency and person.
   *
   * @param agency of this agency only; null: of all
   * @param reviewer of this person only; null: of all
   * @param after those after this one only; null: from the first one on
   * @param most how many at most
   */
  List<ConflictRow> page(
      @Nullable String agency,
      @Nullable String reviewer,
      ConflictRow.@Nullable Key after,
      int most) {
    var where = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    if (agency != null) {
      where.add("agency = :agency");
      parameters.put("agency", agency);
    }
    if (reviewer != null) {
      where.add("reviewer = :reviewer");
      parameters.put("reviewer", reviewer);
    }
    if (after != null) {
      where.add("(agency > :afterAgency or (agency = :afterAgency and reviewer > :afterReviewer))");
      parameters.put("afterAgency", after.agency());
      parameters.put("afterReviewer", after.reviewer());
    }
    String query =
        (where.isEmpty() ? "" : "where " + String.join(" and ", where))
            + " order by agency, reviewer";
    return find("from ConflictRow " + query, parameters).range(0, most - 1).list();
  }
}
