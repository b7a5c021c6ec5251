package org.writ.disclosure.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Jdbc;
import org.writ.events.platform.LoggedIn;

/**
 * Takes in what the platform says about its accounts. Taking in the same activity again, in
 * whatever order, changes nothing: logins have a natural key, and timelines follow from the set of
 * their assignments.
 *
 * <p>What is known about an account that is deleted ages out like everything else and is never
 * disclosed: it is there so that whoever had its number or its address is not taken for it.
 */
@ApplicationScoped
public class AccountActivity {

  private final DataSource dataSource;
  private final Clock clock;
  private final Counter tooOld;

  /** With the service's database. */
  @Inject
  public AccountActivity(DataSource dataSource, Clock clock, MeterRegistry metrics) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.tooOld =
        Counter.builder("writ.accounts.logins.too.old")
            .description("Logins that were older than twelve months when they arrived")
            .register(metrics);
  }

  /**
   * Takes in activities, in order, in the current transaction.
   *
   * @throws IllegalArgumentException if one is of an unknown type, lies in the future or has an
   *     address that is none; then nothing is to be committed
   */
  public void takeIn(List<SpecificRecord> activities) {
    Instant now = clock.instant();
    activities.forEach(activity -> refuseFuture(activity, now));
    Jdbc.run(dataSource, connection -> takeIn(connection, activities, Retention.horizon(now)));
  }

  private static void refuseFuture(SpecificRecord activity, Instant now) {
    if (at(activity).isAfter(Retention.latest(now))) {
      throw new IllegalArgumentException(
          "Expected activity of the past, found %s at %s; check the platform's clock"
              .formatted(activity.getSchema().getName(), at(activity)));
    }
  }

  private void takeIn(Connection connection, List<SpecificRecord> activities, Instant horizon)
      throws SQLException {
    var rows = new AccountRows(connection);
    Set<String> ids =
        activities.stream()
            .map(AccountActivity::accountId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    SequencedMap<String, Account> before = rows.load(ids);
    var after = new TreeMap<String, Account>(before);
    for (SpecificRecord activity : activities) {
      String id = accountId(activity);
      Account account = after.getOrDefault(id, Account.unknown(id));
      after.put(id, account.apply(activity).keptSince(horizon));
    }
    saveChanges(rows, before, after);
    rows.addLogins(logins(activities, horizon));
  }

  private static void saveChanges(
      AccountRows rows, Map<String, Account> before, SequencedMap<String, Account> after)
      throws SQLException {
    var changed = new ArrayList<Account>();
    var histories = new LinkedHashMap<Attribute, List<Account>>();
    for (Account account : after.values()) {
      Account old = before.getOrDefault(account.accountId(), Account.unknown(account.accountId()));
      if (!account.equals(old) || !before.containsKey(account.accountId())) {
        changed.add(account);
      }
      for (Attribute attribute : Attribute.values()) {
        if (!superseded(attribute.of(account)).equals(superseded(attribute.of(old)))) {
          histories.computeIfAbsent(attribute, _ -> new ArrayList<>()).add(account);
        }
      }
    }
    if (!changed.isEmpty()) {
      rows.save(changed);
    }
    for (var history : histories.entrySet()) {
      rows.saveHistories(history.getKey(), history.getValue());
    }
  }

  /** What the history table keeps: the assignments and, for the last of them, when it ended. */
  private static List<Timeline.Assignment> superseded(Timeline timeline) {
    return timeline.assignments().size() < 2 ? List.of() : timeline.assignments();
  }

  private Collection<Login> logins(List<SpecificRecord> activities, Instant horizon) {
    var logins = new ArrayList<Login>();
    for (SpecificRecord activity : activities) {
      if (activity instanceof LoggedIn it) {
        if (it.getAt().isBefore(horizon)) {
          tooOld.increment();
        } else {
          logins.add(login(it));
        }
      }
    }
    return logins;
  }

  private static Login login(LoggedIn it) {
    String address =
        IpAddress.canonical(it.getIpAddress())
            .orElseThrow(() -> new IllegalArgumentException("Expected an IP address in LoggedIn"));
    if (it.getPort() < 0 || it.getPort() > 65535) {
      throw new IllegalArgumentException("Expected a port from 0 to 65535 in LoggedIn");
    }
    return new Login(
        it.getAccountId(),
        it.getAt(),
        address,
        it.getPort(),
        cut(it.getDevice(), Login.MAX_DEVICE),
        cut(it.getAppVersion(), Login.MAX_APP_VERSION));
  }

  /**
   * A user's device chooses these texts: a long one must not keep its logins from being recorded.
   */
  private static String cut(String text, int maxCharacters) {
    return text.codePointCount(0, text.length()) <= maxCharacters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxCharacters));
  }

  private static String accountId(SpecificRecord activity) {
    return (String) activity.get(activity.getSchema().getField("accountId").pos());
  }

  private static Instant at(SpecificRecord activity) {
    return (Instant) activity.get(activity.getSchema().getField("at").pos());
  }
}
