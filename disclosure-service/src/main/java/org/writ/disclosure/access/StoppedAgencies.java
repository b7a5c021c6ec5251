package org.writ.disclosure.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.writ.web.security.Stop;

/** Which agencies may do nothing here; for the other rooms. */
@ApplicationScoped
public class StoppedAgencies {

  private final AccessRows rows;

  StoppedAgencies(AccessRows rows) {
    this.rows = rows;
  }

  /** Why an agency may do nothing, as far as it is known by now; in the current transaction. */
  public Optional<Stop> of(String agency) {
    var row = rows.findById(agency);
    return row == null ? Optional.empty() : Optional.ofNullable(row.stop);
  }
}
