package org.writ.disclosure.delivery;

/** What agencies see of a delivery's state. */
enum DeliveryStatus {
  PREPARING,
  AVAILABLE,
  NO_DATA,
  DELIVERED,
  EXPIRED,
  WITHDRAWN;

  static DeliveryStatus of(Delivery state) {
    return switch (state) {
      case Delivery.None _ -> throw new IllegalArgumentException("There is no delivery");
      case Delivery.Preparing _ -> PREPARING;
      case Delivery.Available _ -> AVAILABLE;
      case Delivery.NoData _ -> NO_DATA;
      case Delivery.Delivered _ -> DELIVERED;
      case Delivery.Expired _ -> EXPIRED;
      case Delivery.Withdrawn _ -> WITHDRAWN;
      case Delivery.Frozen frozen -> of(frozen.inside());
    };
  }
}
