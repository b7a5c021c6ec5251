package org.writ.disclosure.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code delivery}. */
@ApplicationScoped
class DeliveryRows implements PanacheRepositoryBase<DeliveryRow, String> {

  Optional<DeliveryRow> ofRequest(String requestId) {
    return find("requestId", requestId).firstResultOptional();
  }

  Optional<DeliveryRow> ofAgency(String agency, String deliveryId) {
    return findByIdOptional(deliveryId).filter(row -> row.agency.equals(agency));
  }

  /**
   * An agency's deliveries, the newest first.
   *
   * @param before only those before this id; null: from the newest on
   * @param requestId only that of this request; null: of all
   */
  List<DeliveryRow> page(
      String agency, @Nullable String before, @Nullable String requestId, int limit) {
    return find(
            "agency = ?1 and (?2 is null or deliveryId < ?2) and (?3 is null or requestId = ?3)"
                + " order by deliveryId desc",
            agency,
            before,
            requestId)
        .range(0, limit - 1)
        .list();
  }

  /** Ids of the deliveries that wait for their package and are not frozen, the oldest first. */
  List<String> preparing(int limit) {
    return find("status = ?1 and suspension is null order by deliveryId", DeliveryStatus.PREPARING)
        .range(0, limit - 1)
        .stream()
        .map(row -> row.deliveryId)
        .toList();
  }

  /** Ids of the deliveries that wait for their agency for too long. */
  List<String> overdue(Instant now, int limit) {
    return find(
            "status = ?1 and expiresAt <= ?2 order by deliveryId", DeliveryStatus.AVAILABLE, now)
        .range(0, limit - 1)
        .stream()
        .map(row -> row.deliveryId)
        .toList();
  }
}
