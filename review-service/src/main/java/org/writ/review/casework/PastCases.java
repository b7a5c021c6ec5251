package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;
import org.writ.events.review.PolicyReference;
import org.writ.events.review.Severity;

/**
 * Cases that were decided, in the order of their receipt, for whoever asks what another policy
 * would have found. Open parts alone, so that a case whose key is erased is one like any other.
 * Works in the current transaction.
 */
@ApplicationScoped
public class PastCases {

  /** Items of one answer, roughly: a case of 50,000 comes by itself. */
  private static final int MOST_ITEMS = 20_000;

  private static final String CASES =
      "SELECT id, country, process, regime, issuing_authority_type, issuing_authority_country,"
          + " issued_on, valid_until, offence_category, suspect_confirmed, received_at, due_at,"
          + " notice_delay_until, policy_id, policy_digest, item_count, outcome, channel,"
          + " duplicate_of, call_back_phone, objection_until, account_age_days, domain_on_file,"
          + " domain_age_days, first_of_sender, emergencies_in_day, emergencies_in_month,"
          + " identifiers_asked_by_others, in_office_hours, order_due_at,"
          + " domain_registration_age_days FROM legal_case"
          + " WHERE received_at < ? AND (received_at > ? OR (received_at = ? AND id > ?))"
          + " AND outcome IS NOT NULL AND agency NOT IN %s ORDER BY received_at, id LIMIT ?";

  /** No agency has this id: a list has to name one at least. */
  static final List<String> NO_AGENCY = List.of("");

  private final DataSource dataSource;
  private final FactsColumn facts;

  PastCases(DataSource dataSource, FactsColumn facts) {
    this.dataSource = dataSource;
    this.facts = facts;
  }

  /**
   * The next cases of a period that were decided.
   *
   * @param after received at this time with an id after this one, or later
   * @param until received before
   * @param without agencies whose cases are left out
   * @param most how many at most; fewer if they have very many items
   * @return empty at the end of the period
   */
  public List<PastCase> next(
      Instant after, String afterId, Instant until, Set<String> without, int most) {
    return Jdbc.call(
        dataSource,
        connection -> {
          List<Cover> covers = covers(connection, after, afterId, until, without, most);
          if (covers.isEmpty()) {
            return List.of();
          }
          List<String> ids = covers.stream().map(Cover::id).toList();
          Map<String, List<RequestedItem>> items = items(connection, ids);
          Map<String, List<Finding>> findings = findings(connection, ids);
          return covers.stream()
              .map(
                  cover ->
                      new PastCase(
                          cover.id(),
                          cover
                              .request()
                              .setItems(items.getOrDefault(cover.id(), List.of()))
                              .build(),
                          cover.policy(),
                          cover.outcome(),
                          findings.getOrDefault(cover.id(), List.of())))
              .toList();
        });
  }

  /** A case without items and findings. */
  private record Cover(
      String id, RequestSubmitted.Builder request, PolicyReference policy, String outcome) {}

  private static List<Cover> covers(
      Connection connection,
      Instant after,
      String afterId,
      Instant until,
      Set<String> without,
      int most)
      throws SQLException {
    Collection<String> agencies = without.isEmpty() ? NO_AGENCY : without;
    try (PreparedStatement select =
        connection.prepareStatement(CASES.formatted(Jdbc.places(agencies)))) {
      select.setObject(1, utc(until));
      select.setObject(2, utc(after));
      select.setObject(3, utc(after));
      select.setString(4, afterId);
      select.setInt(Jdbc.set(select, 5, agencies), most);
      var covers = new ArrayList<Cover>();
      var same = new OneOfEach();
      int items = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items += row.getInt("item_count");
          if (items > MOST_ITEMS && !covers.isEmpty()) {
            break;
          }
          covers.add(cover(row, same));
        }
      }
      return covers;
    }
  }

  private static Cover cover(ResultSet row, OneOfEach same) throws SQLException {
    return new Cover(
        row.getString("id"),
        RequestSubmitted.newBuilder()
            .setAgency("")
            .setAgencyName("")
            .setCountry(same.text(row.getString("country")))
            .setProcess(same.text(row.getString("process")))
            .setRegime(same.text(row.getString("regime")))
            .setIssuingAuthorityType(same.text(row.getString("issuing_authority_type")))
            .setIssuingAuthorityCountry(same.text(row.getString("issuing_authority_country")))
            .setIssuedOn(row.getObject("issued_on", LocalDate.class))
            .setValidUntil(row.getObject("valid_until", LocalDate.class))
            .setOffenceCategory(same.text(row.getString("offence_category")))
            .setSuspectConfirmed(row.getBoolean("suspect_confirmed"))
            .setReceivedAt(time(row, "received_at"))
            .setDueAt(time(row, "due_at"))
            .setNoticeDelayUntil(row.getObject("notice_delay_until", LocalDate.class))
            .setDeadlineRule("")
            .setRecipientCertificate(ByteBuffer.allocate(0))
            .setIdempotencyKeyHash("")
            .setChannel(same.text(row.getString("channel")))
            .setDuplicateOf(row.getString("duplicate_of"))
            .setCallBackPhone(row.getString("call_back_phone"))
            .setObjectionUntil(optionalTime(row, "objection_until"))
            .setEmergency(emergency(row)),
        new PolicyReference(
            same.text(row.getString("policy_id")), same.text(row.getString("policy_digest"))),
        same.text(row.getString("outcome")));
  }

  private static @Nullable EmergencyFacts emergency(ResultSet row) throws SQLException {
    Instant orderDueAt = optionalTime(row, "order_due_at");
    return orderDueAt == null
        ? null
        : new EmergencyFacts(
            row.getInt("account_age_days"),
            row.getBoolean("domain_on_file"),
            row.getObject("domain_age_days", Integer.class),
            row.getBoolean("first_of_sender"),
            row.getInt("emergencies_in_day"),
            row.getInt("emergencies_in_month"),
            row.getInt("identifiers_asked_by_others"),
            row.getObject("in_office_hours", Boolean.class),
            orderDueAt,
            row.getObject("domain_registration_age_days", Integer.class),
            "");
  }

  /** Reads what a row says about a case. */
  private interface RowReader<R> {
    R read(ResultSet row, OneOfEach same) throws SQLException;
  }

  private static Map<String, List<RequestedItem>> items(Connection connection, List<String> ids)
      throws SQLException {
    return ofCases(
        connection,
        "SELECT case_id, item_id, identifier_type, data_types, period_from, period_to"
            + " FROM case_item WHERE case_id IN %s ORDER BY case_id, position",
        ids,
        (row, same) ->
            new RequestedItem(
                row.getString("item_id"),
                same.text(row.getString("identifier_type")),
                same.words(row.getString("data_types")),
                optionalTime(row, "period_from"),
                optionalTime(row, "period_to"),
                null));
  }

  private Map<String, List<Finding>> findings(Connection connection, List<String> ids)
      throws SQLException {
    FactsColumn.Reader sameFacts = facts.reader();
    return ofCases(
        connection,
        "SELECT case_id, rule, severity, ground, item_id, facts FROM case_finding"
            + " WHERE case_id IN %s ORDER BY case_id, position",
        ids,
        (row, same) ->
            new Finding(
                same.text(row.getString("rule")),
                Severity.valueOf(row.getString("severity")),
                same.optionalText(row.getString("ground")),
                "",
                "",
                row.getString("item_id"),
                sameFacts.read(row.getString("facts"))));
  }

  private static <R> Map<String, List<R>> ofCases(
      Connection connection, String sql, List<String> ids, RowReader<R> read) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql.formatted(Jdbc.places(ids)))) {
      Jdbc.set(select, 1, ids);
      var found = new HashMap<String, List<R>>();
      var same = new OneOfEach();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getString("case_id"), _ -> new ArrayList<>())
              .add(read.read(row, same));
        }
      }
      return found;
    }
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }
}
