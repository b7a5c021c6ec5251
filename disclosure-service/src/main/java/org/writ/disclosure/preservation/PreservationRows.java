package org.writ.disclosure.preservation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code preservation}. */
@ApplicationScoped
class PreservationRows implements PanacheRepositoryBase<PreservationRow, String> {

  Optional<PreservationRow> ofRequest(String requestId) {
    return find("requestId", requestId).firstResultOptional();
  }

  /** Ids of those whose copy has to be made and that are not frozen, the oldest first. */
  List<String> opened() {
    return ids(
        find(
            "status = ?1 and suspension is null order by preservationId",
            PreservationStatus.OPENED));
  }

  /** Ids of those whose time was over by then, the oldest first. */
  List<String> overdue(Instant time) {
    return ids(
        find(
            "status = ?1 and preservedUntil <= ?2 order by preservationId",
            PreservationStatus.KEPT,
            time));
  }

  private static List<String> ids(PanacheQuery<PreservationRow> query) {
    return query.stream().map(row -> row.preservationId).toList();
  }
}
