package org.writ.intake.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What came as the order of an emergency; written by {@link EmergencyFold} alone. */
@Entity
@Table(name = "emergency_order")
class EmergencyOrderRow {

  @Id String documentId;

  @Column String requestId;

  /** What the virus scanner said of it. It confirms the emergency once it may be opened. */
  @Column String scan;
}
