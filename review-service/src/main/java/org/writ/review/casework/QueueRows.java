package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the queue reads of very many cases. Which cases it is about is found in the indices alone
 * (V1080): rows are fetched for those only that are shown. Countries and agencies are read from the
 * first entry that an index has of each, not from all entries.
 */
@ApplicationScoped
class QueueRows {

  /** The countries of the cases that wait; whether a case waits begins the index. */
  private static final String COUNTRIES =
      "(select waits as waits, country as country from CaseRow group by waits, country"
          + " having waits = true) g";

  /** The agencies of the cases that wait, under each name that such a case has. */
  private static final String AGENCIES =
      "(select waits as waits, agencyName as agencyName, agency as agency from CaseRow"
          + " group by waits, agencyName, agency having waits = true) g";

  private final EntityManager entities;

  QueueRows(EntityManager entities) {
    this.entities = entities;
  }

  /** The first of the cases that are selected, by due time. */
  List<CaseRow> first(Selection selection, int most) {
    var query =
        entities.createQuery(
            ("select c from CaseRow c join (select id as id from CaseRow where %s"
                    + " order by dueAt, id limit %d) p on c.id = p.id order by c.dueAt, c.id")
                .formatted(selection.condition(), most),
            CaseRow.class);
    set(query, selection.parameters());
    return query.getResultList();
  }

  /**
   * How many cases each of these selects.
   *
   * @param selections made for one reader at one time
   * @param most as many are counted at most
   */
  List<Integer> count(List<Selection> selections, int most) {
    var parameters = new HashMap<String, Object>();
    selections.forEach(selection -> parameters.putAll(selection.parameters()));
    var query =
        entities.createQuery(
            selections.stream()
                .map(selection -> counting(selection, most))
                .collect(Collectors.joining(", ", "select ", "")),
            Object[].class);
    set(query, parameters);
    return Arrays.stream(query.getSingleResult())
        .map(count -> Math.toIntExact((Long) count))
        .toList();
  }

  private static String counting(Selection selection, int most) {
    // Hibernate refuses a limit without an order; that of the index costs nothing.
    return ("(select count(*) from (select id as id from CaseRow where %s order by dueAt, id"
            + " limit %d) counted)")
        .formatted(selection.condition(), most);
  }

  /**
   * The countries of the cases that wait, in order.
   *
   * @param conflicted agencies whose cases do not count
   */
  List<String> countries(Set<String> conflicted) {
    var query =
        entities.createQuery(
            "select g.country from "
                + COUNTRIES
                + (conflicted.isEmpty()
                    ? ""
                    : " where exists (select 1 from CaseRow c where c.waits = true"
                        + " and c.country = g.country and c.agency not in :conflicted)")
                + " order by g.country",
            String.class);
    if (!conflicted.isEmpty()) {
      query.setParameter("conflicted", conflicted);
    }
    return query.getResultList();
  }

  /**
   * Agencies that a search finds.
   *
   * @param id the only one; null: every one that has one of the names
   * @param names that their cases have; empty if none is found
   */
  record Agencies(@Nullable String id, Set<String> names) {}

  /** An agency that has a case that waits, under a name that such a case has. */
  private record Named(String id, String name) {}

  /**
   * Agencies that have a case that waits. Agencies may have the same name, so that whoever gives an
   * id means that one alone.
   *
   * @param search id of an agency, or part of its name
   */
  Agencies agencies(String search) {
    List<Named> found =
        entities
            .createQuery(
                "select g.agency, g.agencyName from "
                    + AGENCIES
                    + " where g.agency = :search"
                    + " or locate(lower(:search), lower(g.agencyName)) > 0",
                Object[].class)
            .setParameter("search", search)
            .getResultStream()
            .map(row -> new Named((String) row[0], (String) row[1]))
            .toList();
    Set<String> own = names(found.stream().filter(named -> named.id().equals(search)));
    return own.isEmpty() ? new Agencies(null, names(found.stream())) : new Agencies(search, own);
  }

  private static Set<String> names(Stream<Named> agencies) {
    return agencies.map(Named::name).collect(Collectors.toUnmodifiableSet());
  }

  private static void set(Query query, Map<String, Object> parameters) {
    parameters.forEach(query::setParameter);
  }
}
