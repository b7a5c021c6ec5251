package org.writ.disclosure.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code package_fetch}. */
@ApplicationScoped
class PackageFetchRows implements PanacheRepositoryBase<PackageFetchRow, String> {

  /**
   * An agency's fetches, the newest first.
   *
   * @param before only those before this event; null: from the newest on
   */
  List<PackageFetchRow> page(String agency, @Nullable String before, int limit) {
    return find(
            "agency = ?1 and (?2 is null or eventId < ?2) order by eventId desc", agency, before)
        .range(0, limit - 1)
        .list();
  }
}
