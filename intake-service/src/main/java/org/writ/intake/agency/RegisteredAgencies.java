package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The agencies that may submit requests. */
@ApplicationScoped
public class RegisteredAgencies {

  private final AgencyRows rows;

  RegisteredAgencies(AgencyRows rows) {
    this.rows = rows;
  }

  /**
   * What is on file about an agency; empty if it is not registered. In the current transaction, if
   * there is one.
   */
  public Optional<Agency> find(String id) {
    return rows.findByIdOptional(id).map(AgencyRow::toAgency);
  }
}
