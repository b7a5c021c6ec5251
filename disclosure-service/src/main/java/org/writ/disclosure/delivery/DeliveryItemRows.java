package org.writ.disclosure.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table {@code delivery_item}. */
@ApplicationScoped
class DeliveryItemRows implements PanacheRepositoryBase<DeliveryItemRow, DeliveryItemRow.Key> {

  List<DeliveryItemRow> of(String deliveryId) {
    return list("key.deliveryId = ?1 order by key.position", deliveryId);
  }
}
