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
import java.util.Collection;
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
  public Directory lookingUp(Collection<Identifier> identifiers) {
    return Jdbc.call(dataSource, connection -> AccountExcerpt.read(this, connection, identifiers));
  }

  @Override
  public List<Holder> holders(Identifier identifier, Period period) {
    return lookingUp(List.of(identifier)).holders(identifier, period);
  }

  /** The accounts that somebody logged in from an address with, in a period that is still kept. */
  List<Holder> loggedInFrom(String address, Period period) {
    return Jdbc.call(
        dataSource,
        connection ->
            new AccountRows(connection)
                .load(connected(connection, address, period)).values().stream()
                    .map(account -> account.holder(period))
                    .toList());
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
                                .flatMap(account -> attribute.within(account, kept).stream())
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
  Optional<Period> kept(Period period) {
    return period.intersect(new Period(Retention.horizon(clock.instant()), Instant.MAX));
  }

  private static long endMillis(Period period) {
    return period.to().equals(Instant.MAX) ? Long.MAX_VALUE : period.to().toEpochMilli();
  }
}
