package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestStatus;

/** What an agency may see: its own requests, opened for it. */
@ApplicationScoped
public class OwnRequests {

  private final Transactions transactions;
  private final RequestRows rows;
  private final CaseKeys keys;

  OwnRequests(Transactions transactions, RequestRows rows, CaseKeys keys) {
    this.transactions = transactions;
    this.rows = rows;
    this.keys = keys;
  }

  /** One request, in one consistent view; empty if there is none or it is another agency's. */
  public Optional<RequestView> find(String agency, String id) {
    return transactions.call(
        () ->
            rows.findOwn(agency, id)
                .map(
                    row ->
                        RequestView.of(
                            row,
                            rows.items(id, 0, RequestView.ITEMS),
                            rows.history(id),
                            rows.messages(id).stream().map(this::message).toList(),
                            details(row))));
  }

  /**
   * A page of a request's items, in its order; empty if there is no such request or it is another
   * agency's.
   *
   * @param position place of the first item, from 0
   */
  public Optional<ItemList> items(String agency, String id, int position, int limit) {
    return transactions.call(
        () ->
            rows.findOwn(agency, id)
                .map(
                    row ->
                        new ItemList(
                            RequestView.items(rows.items(id, position, limit), details(row)),
                            position + limit < row.itemCount
                                ? Integer.toString(position + limit)
                                : null)));
  }

  /** A page of requests, newest first. */
  public RequestList list(String agency, @Nullable Cursor after, int limit) {
    return list(agency, null, after, limit);
  }

  /** The same, of requests with a status only; null: of all. */
  public RequestList list(
      String agency, @Nullable RequestStatus status, @Nullable Cursor after, int limit) {
    return transactions.call(
        () -> {
          // One more than asked for tells whether there is a next page.
          var found = rows.newest(agency, status, after, limit + 1);
          var page = found.subList(0, Math.min(limit, found.size()));
          return new RequestList(
              page.stream().map(this::entry).toList(),
              found.size() > limit ? Cursor.after(page.getLast()).toString() : null);
        });
  }

  private RequestList.Entry entry(RequestRow row) {
    return new RequestList.Entry(
        row.id,
        details(row).map(RequestDetails::getReference).orElse(null),
        row.status,
        row.process,
        row.regime,
        row.receivedAt,
        row.dueAt,
        row.duplicateOf,
        row.frozenBy != null);
  }

  private RequestView.Message message(MessageRow row) {
    var sealed = row.sealedDetails();
    var words =
        sealed == null ? Optional.<MessageDetails>empty() : keys.open(sealed, MessageDetails.class);
    return new RequestView.Message(
        row.kind, row.at, words.map(MessageDetails::getText).orElse(null));
  }

  private Optional<RequestDetails> details(RequestRow row) {
    var sealed = row.sealedDetails();
    return sealed == null ? Optional.empty() : keys.open(sealed, RequestDetails.class);
  }
}
