package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.web.list.Page;

/** What operators see of agencies. */
@ApplicationScoped
class AgencyFiles {

  private final Transactions transactions;
  private final AgencyRows rows;

  AgencyFiles(Transactions transactions, AgencyRows rows) {
    this.transactions = transactions;
    this.rows = rows;
  }

  /**
   * A file and its version.
   *
   * @param version number of events so far: the entity tag
   */
  record Versioned(AgencyView view, long version) {}

  /** One file, in one consistent view; empty if there is none. */
  Optional<Versioned> find(String id) {
    return transactions.call(
        () -> rows.findByIdOptional(id).map(row -> new Versioned(view(row), row.version)));
  }

  /** An agency as it sees itself; empty if it is not registered. */
  Optional<OwnAgencyView> own(String id) {
    return transactions.call(() -> rows.findByIdOptional(id).map(this::own));
  }

  /**
   * A page of agencies, by id.
   *
   * @param after id of the last agency on the page before; null: the first page
   * @param size most agencies of the page
   */
  AgencyList list(@Nullable String after, int size) {
    return transactions.call(
        () -> {
          var page =
              Page.find(size, most -> rows.page(after, most), row -> AgencyList.cursor(row.id));
          return new AgencyList(page.map(this::entry), page.nextCursor());
        });
  }

  private AgencyList.Entry entry(AgencyRow row) {
    var registration = rows.registration(row.registration == null ? row.pending : row.registration);
    return new AgencyList.Entry(
        row.id,
        row.status,
        registration == null ? null : registration.name,
        registration == null ? null : registration.country,
        row.pending != null || row.reinstatementBy != null,
        row.changedAt);
  }

  private AgencyView view(AgencyRow row) {
    return new AgencyView(
        row.id,
        row.status,
        RegistrationView.of(rows.registration(row.registration)),
        RegistrationView.of(rows.registration(row.pending)),
        rows.certificates(row.id).stream().map(CertificateView::of).toList(),
        suspension(row),
        row.status == AgencyStatus.CLOSED ? row.reason : null,
        row.webhookUrl,
        rows.officers(row.id).stream()
            .map(it -> new AgencyView.Officer(it.account, it.firstSeenAt, it.blockedAt))
            .toList(),
        rows.history(row.id).stream()
            .map(it -> new AgencyView.Step(it.step, it.at, it.actor))
            .toList(),
        row.changedAt);
  }

  private OwnAgencyView own(AgencyRow row) {
    var registration = rows.registration(row.registration);
    var counts = registration == null ? null : registration.toRegistration();
    return new OwnAgencyView(
        row.id,
        row.status,
        counts == null ? null : counts.name(),
        counts == null ? null : counts.country(),
        counts == null ? null : counts.kind(),
        counts == null ? List.of() : counts.domains(),
        counts == null ? null : counts.endpoint(),
        rows.certificates(row.id).stream().map(CertificateView::of).toList(),
        row.webhookUrl,
        row.changedAt);
  }

  private static AgencyView.@Nullable Suspension suspension(AgencyRow row) {
    return row.status == AgencyStatus.SUSPENDED && row.reason != null && row.suspendedAt != null
        ? new AgencyView.Suspension(row.reason, row.suspendedAt, row.reinstatementBy)
        : null;
  }
}
