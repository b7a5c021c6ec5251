package org.writ.disclosure.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/** The directory in the service's own tables. */
@ApplicationScoped
public class AccountDirectory implements Directory {

  private final DataSource dataSource;
  private final Clock clock;

  /** With the service's database. */
  @Inject
  public AccountDirectory(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Override
  public List<Holder> holders(Identifier identifier, Period period) {
    return kept(period).map(kept -> holdersKept(identifier, kept)).orElse(List.of());
  }

  private List<Holder> holdersKept(Identifier identifier, Period period) {
    return Jdbc.call(
        dataSource,
        connection ->
            switch (identifier.type()) {
              case PHONE_NUMBER ->
                  PhoneNumber.isWellFormed(identifier.value())
                      ? havers(connection, Attribute.PHONE_NUMBER, identifier.value(), period)
                      : List.of();
              case USERNAME -> havers(connection, Attribute.USERNAME, identifier.value(), period);
              case ACCOUNT_ID ->
                  wholePeriod(connection, new TreeSet<>(List.of(identifier.value())), period);
              case IP_ADDRESS ->
                  wholePeriod(
                      connection, connected(connection, identifier.value(), period), period);
            });
  }

  private static List<Holder> havers(
      Connection connection, Attribute attribute, String value, Period period) throws SQLException {
    var holders = new ArrayList<Holder>();
    var candidates = candidates(connection, attribute, value, period);
    for (Account account : new AccountRows(connection).load(candidates).values()) {
      List<Period> held =
          attribute.of(account).within(account.accountId(), period, account.deletedAt()).stream()
              .filter(it -> it.value().equals(value))
              .map(HeldValue::held)
              .toList();
      if (!held.isEmpty()) {
        holders.add(new Holder(account.accountId(), held, account.deletedAt() != null));
      }
    }
    return holders;
  }

  private static TreeSet<String> candidates(
      Connection connection, Attribute attribute, String value, Period period) throws SQLException {
    String sql =
        "SELECT account_id FROM account WHERE %s = ? UNION SELECT account_id FROM %s WHERE value = ? AND until_at > ?"
            .formatted(attribute.column(), attribute.historyTable());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      select.setString(2, value);
      select.setLong(3, period.from().toEpochMilli());
      return ids(select);
    }
  }

  private static TreeSet<String> connected(Connection connection, String address, Period period)
      throws SQLException {
    Optional<String> canonical = IpAddress.canonical(address);
    if (canonical.isEmpty()) {
      return new TreeSet<>();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT DISTINCT account_id FROM login WHERE ip_address = ? AND at >= ? AND at < ?")) {
      select.setString(1, canonical.get());
      select.setLong(2, period.from().toEpochMilli());
      select.setLong(3, endMillis(period));
      return ids(select);
    }
  }

  private static TreeSet<String> ids(PreparedStatement select) throws SQLException {
    var ids = new TreeSet<String>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString("account_id"));
      }
    }
    return ids;
  }

  private static List<Holder> wholePeriod(
      Connection connection, TreeSet<String> accountIds, Period period) throws SQLException {
    return new AccountRows(connection)
        .load(accountIds).values().stream()
            .map(it -> new Holder(it.accountId(), List.of(period), it.deletedAt() != null))
            .toList();
  }

  @Override
  public List<HeldValue> phoneNumbers(String accountId, Period period) {
    return values(Attribute.PHONE_NUMBER, accountId, period);
  }

  @Override
  public List<HeldValue> usernames(String accountId, Period period) {
    return values(Attribute.USERNAME, accountId, period);
  }

  private List<HeldValue> values(Attribute attribute, String accountId, Period period) {
    return kept(period)
        .map(
            kept ->
                Jdbc.call(
                    dataSource,
                    connection ->
                        new AccountRows(connection)
                            .load(List.of(accountId)).values().stream()
                                .flatMap(
                                    it ->
                                        attribute
                                            .of(it)
                                            .within(accountId, kept, it.deletedAt())
                                            .stream())
                                .toList()))
        .orElse(List.of());
  }

  @Override
  public List<Login> logins(String accountId, Period period) {
    return kept(period)
        .map(kept -> Jdbc.call(dataSource, connection -> logins(connection, accountId, kept)))
        .orElse(List.of());
  }

  private static List<Login> logins(Connection connection, String accountId, Period period)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT at, ip_address, port, device, app_version FROM login"
                + " WHERE account_id = ? AND at >= ? AND at < ? ORDER BY at, ip_address, port")) {
      select.setString(1, accountId);
      select.setLong(2, period.from().toEpochMilli());
      select.setLong(3, endMillis(period));
      try (ResultSet row = select.executeQuery()) {
        var logins = new ArrayList<Login>();
        while (row.next()) {
          logins.add(
              new Login(
                  accountId,
                  Instant.ofEpochMilli(row.getLong("at")),
                  row.getString("ip_address"),
                  row.getInt("port"),
                  row.getString("device"),
                  row.getString("app_version")));
        }
        return logins;
      }
    }
  }

  /** The part of the period that is still kept. */
  private Optional<Period> kept(Period period) {
    return period.intersect(new Period(Retention.horizon(clock.instant()), Instant.MAX));
  }

  private static long endMillis(Period period) {
    return period.to().equals(Instant.MAX) ? Long.MAX_VALUE : period.to().toEpochMilli();
  }
}
