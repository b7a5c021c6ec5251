package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestStatus;
import org.writ.web.list.Page;
import org.writ.web.list.TimeCursor;

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
   * Several requests together, in one consistent view and without the agency's own words of what it
   * asks for: references and identifiers are null. Those of other agencies are left out.
   */
  public List<RequestView> findAll(String agency, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return transactions.call(
        () -> {
          var own = rows.findOwn(agency, ids);
          var ownIds = own.stream().map(row -> row.id).toList();
          var items = byRequest(rows.items(ownIds, RequestView.ITEMS), row -> row.requestId);
          var history = byRequest(rows.history(ownIds), row -> row.requestId);
          var messages = byRequest(rows.messages(ownIds), row -> row.requestId);
          return own.stream()
              .map(
                  row ->
                      RequestView.of(
                          row,
                          items.getOrDefault(row.id, List.of()),
                          history.getOrDefault(row.id, List.of()),
                          messages.getOrDefault(row.id, List.of()).stream()
                              .map(this::message)
                              .toList(),
                          Optional.empty()))
              .toList();
        });
  }

  private static <T> Map<String, List<T>> byRequest(List<T> rows, Function<T, String> requestId) {
    return rows.stream().collect(Collectors.groupingBy(requestId));
  }

  /**
   * A page of a request's items, in its order; empty if there is no such request or it is another
   * agency's.
   *
   * @param from place of the first item, from 0; null: the first page
   * @param size most items of the page
   */
  public Optional<ItemList> items(String agency, String id, @Nullable Integer from, int size) {
    int position = from == null ? 0 : from;
    return transactions.call(
        () ->
            rows.findOwn(agency, id)
                .map(
                    row ->
                        new ItemList(
                            RequestView.items(rows.items(id, position, size), details(row)),
                            position + size < row.itemCount
                                ? ItemList.cursor(position + size)
                                : null)));
  }

  /**
   * A page of requests, newest first.
   *
   * @param status only those that have it; null: of all
   * @param after the place after which the page begins; null: the first page
   * @param size most requests of the page
   */
  public RequestList list(
      String agency, @Nullable RequestStatus status, @Nullable TimeCursor after, int size) {
    var from = after == null ? null : new Cursor(after.at(), after.id());
    return transactions.call(
        () -> {
          var page =
              Page.find(
                  size,
                  most -> rows.newest(agency, status, from, most),
                  row -> new TimeCursor(row.receivedAt, row.id).toString());
          return new RequestList(page.map(this::entry), page.nextCursor());
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
