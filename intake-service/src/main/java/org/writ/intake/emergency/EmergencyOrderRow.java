package org.writ.intake.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order that followed an emergency; written by {@link EmergencyFold} alone. */
@Entity
@Table(name = "emergency_order")
class EmergencyOrderRow {

  @Id String documentId;

  @Column String requestId;
}
