package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.intake.agency.AgencyState.Active;
import org.writ.intake.agency.AgencyState.Closed;
import org.writ.intake.agency.AgencyState.Invited;
import org.writ.intake.agency.AgencyState.OnFile;
import org.writ.intake.agency.AgencyState.Proposal;
import org.writ.intake.agency.AgencyState.Suspended;
import org.writ.intake.agency.AgencyState.Unknown;

/** The state of an agency, from its rows. In the current transaction. */
@ApplicationScoped
class AgencyStates {

  private final AgencyRows rows;

  AgencyStates(AgencyRows rows) {
    this.rows = rows;
  }

  AgencyState of(@Nullable AgencyRow row) {
    if (row == null) {
      return new Unknown();
    }
    return switch (row.status) {
      case INVITED -> new Invited(pending(row));
      case ACTIVE -> new Active(onFile(row), pending(row));
      case SUSPENDED -> {
        String suspension = row.suspension;
        if (suspension == null) {
          throw new IllegalStateException("A suspended agency has a suspension");
        }
        String by = row.reinstatementBy;
        yield new Suspended(
            onFile(row), pending(row), suspension, by == null ? null : Actor.parse(by));
      }
      case CLOSED -> new Closed();
    };
  }

  private @Nullable Proposal pending(AgencyRow row) {
    var registration = rows.registration(row.pending);
    return registration == null ? null : registration.toProposal();
  }

  private OnFile onFile(AgencyRow row) {
    var counting =
        rows.counting(row.id)
            .orElseThrow(() -> new IllegalStateException("Something counts about the agency"));
    return new OnFile(
        counting.registration().toRegistration(),
        RecipientCertificate.ofDer(counting.certificate().certificate),
        row.webhookUrl);
  }
}
