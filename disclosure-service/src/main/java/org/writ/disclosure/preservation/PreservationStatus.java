package org.writ.disclosure.preservation;

/** How far a preservation has come, as its row says it. */
enum PreservationStatus {
  /** Its copy has to be made. */
  OPENED,
  KEPT,
  NOTHING,
  EXPIRED,
  WITHDRAWN;

  static PreservationStatus of(Preservation.Known preservation) {
    return switch (preservation) {
      case Preservation.Opened _ -> OPENED;
      case Preservation.Kept _ -> KEPT;
      case Preservation.Nothing _ -> NOTHING;
      case Preservation.Expired _ -> EXPIRED;
      case Preservation.Withdrawn _ -> WITHDRAWN;
    };
  }
}
