package org.writ.intake.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.events.intake.RequestStatus;

/** The tables {@code request}, {@code request_item} and {@code request_history}. */
@ApplicationScoped
class RequestRows implements PanacheRepositoryBase<RequestRow, String> {

  private static final Set<RequestStatus> OPEN =
      EnumSet.of(
          RequestStatus.RECEIVED,
          RequestStatus.UNDER_REVIEW,
          RequestStatus.CLARIFICATION_REQUESTED,
          RequestStatus.APPROVED,
          RequestStatus.PARTLY_APPROVED,
          RequestStatus.AVAILABLE,
          RequestStatus.PRESERVED);

  /** Those that can be taken back. */
  private static final Set<RequestStatus> UNANSWERED =
      EnumSet.of(
          RequestStatus.RECEIVED,
          RequestStatus.UNDER_REVIEW,
          RequestStatus.CLARIFICATION_REQUESTED,
          RequestStatus.APPROVED,
          RequestStatus.PARTLY_APPROVED,
          RequestStatus.PRESERVED);

  private static final int FINGERPRINTS_AT_ONCE = 1_000;

  private final EntityManager entities;
  private final DataSource dataSource;

  RequestRows(EntityManager entities, DataSource dataSource) {
    this.entities = entities;
    this.dataSource = dataSource;
  }

  /** A request of this agency; empty if there is none or it is another's. */
  Optional<RequestRow> findOwn(String agency, String id) {
    return find("id = ?1 and agency = ?2", id, agency).firstResultOptional();
  }

  /**
   * The requests that were submitted under keys.
   *
   * @param keys hashes, each of an agency and a key
   */
  List<RequestRow> findByKeys(Collection<String> keys) {
    var known = withKeys(keys);
    return known.isEmpty() ? List.of() : list("idempotencyKeyHash in ?1", known);
  }

  /** Those of these keys that there is a request for: nearly always none, and asked for each. */
  private List<String> withKeys(Collection<String> keys) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT idempotency_key_hash FROM request WHERE idempotency_key_hash IN "
                      + Jdbc.places(keys))) {
            Jdbc.set(select, 1, keys);
            var known = new ArrayList<String>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                known.add(rows.getString(1));
              }
            }
            return known;
          }
        });
  }

  /**
   * What there is for each of these orders, as the transaction sees it. Who goes by it and is not
   * the first to commit fails because of a duplicate, as the place is taken.
   *
   * @param orders fingerprints
   * @return by fingerprint, of those that there is a request for; may be changed by the caller
   */
  Map<String, OrderedBefore> before(Collection<String> orders) {
    return Jdbc.call(
        dataSource,
        connection -> {
          // Ids are in the order of time.
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT order_fingerprint, MIN(IF(status = ?, NULL, id)), COUNT(*) FROM request"
                      + " WHERE order_fingerprint IN "
                      + Jdbc.places(orders)
                      + " GROUP BY order_fingerprint")) {
            select.setString(1, RequestStatus.WITHDRAWN.name());
            Jdbc.set(select, 2, orders);
            var before = new HashMap<String, OrderedBefore>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                before.put(rows.getString(1), new OrderedBefore(rows.getString(2), rows.getInt(3)));
              }
            }
            return before;
          }
        });
  }

  /** An agency's requests, newest first; a status cuts the list down to those that have it. */
  List<RequestRow> newest(
      String agency, @Nullable RequestStatus status, @Nullable Cursor after, int limit) {
    var where = new StringBuilder("agency = :agency");
    var values = new HashMap<String, Object>();
    values.put("agency", agency);
    if (status != null) {
      where.append(" and status = :status");
      values.put("status", status);
    }
    if (after != null) {
      where.append(" and (receivedAt < :at or (receivedAt = :at and id < :id))");
      values.put("at", after.receivedAt());
      values.put("id", after.id());
    }
    return find(where + " order by receivedAt desc, id desc", values)
        .page(Page.ofSize(limit))
        .list();
  }

  /**
   * Identifiers that agencies other than this one asked for.
   *
   * @param fingerprints of the identifiers that may be among them
   */
  Set<String> askedByOthers(String agency, List<String> fingerprints) {
    var asked = new HashSet<String>();
    for (int from = 0; from < fingerprints.size(); from += FINGERPRINTS_AT_ONCE) {
      asked.addAll(
          entities
              .createQuery(
                  "select distinct i.identifierFingerprint from ItemRow i, RequestRow r"
                      + " where i.identifierFingerprint in :fingerprints and r.id = i.requestId"
                      + " and r.agency <> :agency",
                  String.class)
              .setParameter(
                  "fingerprints",
                  fingerprints.subList(
                      from, Math.min(from + FINGERPRINTS_AT_ONCE, fingerprints.size())))
              .setParameter("agency", agency)
              .getResultList());
    }
    return asked;
  }

  /** The items of a request, in its order. */
  List<ItemRow> items(String requestId) {
    return entities
        .createQuery("from ItemRow where requestId = :request order by position", ItemRow.class)
        .setParameter("request", requestId)
        .getResultList();
  }

  /** Some of the items of a request, in its order, from a place on. */
  List<ItemRow> items(String requestId, int position, int limit) {
    return entities
        .createQuery(
            "from ItemRow where requestId = :request and position >= :position order by position",
            ItemRow.class)
        .setParameter("request", requestId)
        .setParameter("position", position)
        .setMaxResults(limit)
        .getResultList();
  }

  /** What a request has been through, in order. */
  List<HistoryRow> history(String requestId) {
    return entities
        .createQuery(
            "from HistoryRow where requestId = :request order by sequence", HistoryRow.class)
        .setParameter("request", requestId)
        .getResultList();
  }

  /** What was said about a request, in order. */
  List<MessageRow> messages(String requestId) {
    return entities
        .createQuery(
            "from MessageRow where requestId = :request order by sequence", MessageRow.class)
        .setParameter("request", requestId)
        .getResultList();
  }

  /** Those of these requests that are of this agency. */
  List<RequestRow> findOwn(String agency, Collection<String> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1 and agency = ?2", ids, agency);
  }

  /** The items of requests, each request's in its order; the first ones of each. */
  List<ItemRow> items(Collection<String> requestIds, int limit) {
    return ofAll(
        requestIds,
        "from ItemRow where requestId in :requests and position < %d order by position"
            .formatted(limit),
        ItemRow.class);
  }

  /** What requests have been through, each in order. */
  List<HistoryRow> history(Collection<String> requestIds) {
    return ofAll(
        requestIds,
        "from HistoryRow where requestId in :requests order by sequence",
        HistoryRow.class);
  }

  /** What was said about requests, each in order. */
  List<MessageRow> messages(Collection<String> requestIds) {
    return ofAll(
        requestIds,
        "from MessageRow where requestId in :requests order by sequence",
        MessageRow.class);
  }

  private <T> List<T> ofAll(Collection<String> requestIds, String query, Class<T> row) {
    return requestIds.isEmpty()
        ? List.of()
        : entities.createQuery(query, row).setParameter("requests", requestIds).getResultList();
  }

  /** The newest message of a kind. */
  Optional<MessageRow> newestMessage(String requestId, MessageKind kind) {
    return entities
        .createQuery(
            "from MessageRow where requestId = :request and kind = :kind order by sequence desc",
            MessageRow.class)
        .setParameter("request", requestId)
        .setParameter("kind", kind)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * A request and how many events it has.
   *
   * @param id its id
   * @param version sequence of its newest event
   */
  record Version(String id, long version) {}

  /**
   * The agency's requests with which something can still happen: those that are not at their end,
   * and those whose package can still be fetched. Those that are frozen already are left out.
   */
  List<Version> toFreeze(String agency, Instant now) {
    return entities
        .createQuery(
            "select id, version from RequestRow where agency = :agency and frozenBy is null"
                + " and (status in :open or deliveryExpiresAt > :now) order by id",
            Version.class)
        .setParameter("agency", agency)
        .setParameter("open", OPEN)
        .setParameter("now", now)
        .getResultList();
  }

  /** The agency's requests that a suspension froze. */
  List<Version> frozenBy(String agency, String suspension) {
    return entities
        .createQuery(
            "select id, version from RequestRow where agency = :agency and frozenBy = :suspension"
                + " order by id",
            Version.class)
        .setParameter("agency", agency)
        .setParameter("suspension", suspension)
        .getResultList();
  }

  /**
   * A request that a suspension froze.
   *
   * @param request as it is now
   * @param suspension id of the AgencySuspended event
   */
  record Frozen(Version request, String suspension) {}

  /** The agency's requests that any suspension froze. */
  List<Frozen> frozen(String agency) {
    return entities
        .createQuery(
            "select id, version, frozenBy from RequestRow where agency = :agency"
                + " and frozenBy is not null order by id",
            Object[].class)
        .setParameter("agency", agency)
        .getResultStream()
        .map(row -> new Frozen(new Version((String) row[0], (long) row[1]), (String) row[2]))
        .toList();
  }

  /** The agency's requests that are not answered, frozen or not. */
  List<Version> toWithdraw(String agency) {
    return entities
        .createQuery(
            "select id, version from RequestRow where agency = :agency and status in :unanswered"
                + " order by id",
            Version.class)
        .setParameter("agency", agency)
        .setParameter("unanswered", UNANSWERED)
        .getResultList();
  }

  /** Lets go of a row that is written, so that a change of very many needs little memory. */
  void forget(String id) {
    var row = entities.find(RequestRow.class, id);
    if (row != null) {
      entities.flush();
      entities.detach(row);
    }
  }

  void add(MessageRow message) {
    entities.persist(message);
  }

  void add(HistoryRow history) {
    entities.persist(history);
  }
}
