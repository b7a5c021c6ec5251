package org.writ.disclosure.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that some identifiers may stand for, read with a few queries however many they are.
 * Logins, which are many, are asked for in the directory, account by account.
 */
final class AccountExcerpt implements Directory {

  private final AccountDirectory directory;
  private final Map<Attribute, Map<String, Set<String>>> candidates;
  private final SequencedMap<String, Account> accounts;

  private AccountExcerpt(
      AccountDirectory directory,
      Map<Attribute, Map<String, Set<String>>> candidates,
      SequencedMap<String, Account> accounts) {
    this.directory = directory;
    this.candidates = candidates;
    this.accounts = accounts;
  }

  static AccountExcerpt read(
      AccountDirectory directory, Connection connection, Collection<Identifier> identifiers)
      throws SQLException {
    Map<Identifier.Type, Set<String>> asked =
        identifiers.stream()
            .filter(it -> it.type() != Identifier.Type.PHONE_NUMBER || isWellFormed(it))
            .collect(
                Collectors.groupingBy(
                    Identifier::type,
                    Collectors.mapping(Identifier::value, Collectors.toCollection(TreeSet::new))));
    var candidates = new EnumMap<Attribute, Map<String, Set<String>>>(Attribute.class);
    var ids = new TreeSet<>(asked.getOrDefault(Identifier.Type.ACCOUNT_ID, Set.of()));
    for (Attribute attribute : Attribute.values()) {
      Map<String, Set<String>> found =
          candidates(connection, attribute, asked.getOrDefault(attribute.identifier(), Set.of()));
      candidates.put(attribute, found);
      found.values().forEach(ids::addAll);
    }
    return new AccountExcerpt(directory, candidates, new AccountRows(connection).load(ids));
  }

  private static boolean isWellFormed(Identifier phoneNumber) {
    return PhoneNumber.isWellFormed(phoneNumber.value());
  }

  /** Who has or had each of these values, whenever that was. */
  private static Map<String, Set<String>> candidates(
      Connection connection, Attribute attribute, Set<String> values) throws SQLException {
    var candidates = new HashMap<String, Set<String>>();
    if (values.isEmpty()) {
      return candidates;
    }
    String sql =
        "SELECT %1$s AS value, account_id FROM account WHERE %1$s IN %3$s UNION SELECT value, account_id FROM %2$s WHERE value IN %3$s"
            .formatted(attribute.column(), attribute.historyTable(), AccountRows.marks(values));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      AccountRows.bind(select, Stream.concat(values.stream(), values.stream()).toList());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          candidates
              .computeIfAbsent(row.getString("value"), _ -> new TreeSet<>())
              .add(row.getString("account_id"));
        }
      }
    }
    return candidates;
  }

  @Override
  public List<Holder> holders(Identifier identifier, Period period) {
    return directory
        .kept(period)
        .map(
            kept ->
                switch (identifier.type()) {
                  case PHONE_NUMBER -> havers(Attribute.PHONE_NUMBER, identifier.value(), kept);
                  case USERNAME -> havers(Attribute.USERNAME, identifier.value(), kept);
                  case ACCOUNT_ID -> {
                    Account account = accounts.get(identifier.value());
                    yield account == null ? List.<Holder>of() : List.of(account.holder(kept));
                  }
                  case IP_ADDRESS -> directory.loggedInFrom(identifier.value(), kept);
                })
        .orElse(List.of());
  }

  private List<Holder> havers(Attribute attribute, String value, Period period) {
    var holders = new ArrayList<Holder>();
    Map<String, Set<String>> byValue = candidates.getOrDefault(attribute, Map.of());
    for (String id : byValue.getOrDefault(value, Set.of())) {
      Account account = accounts.get(id);
      if (account == null) {
        continue;
      }
      List<Period> held =
          attribute.within(account, period).stream()
              .filter(it -> it.value().equals(value))
              .map(HeldValue::held)
              .toList();
      if (!held.isEmpty()) {
        holders.add(new Holder(id, held, account.deletedAt() != null));
      }
    }
    return holders;
  }

  @Override
  public List<HeldValue> phoneNumbers(String accountId, Period period) {
    Account account = accounts.get(accountId);
    return account == null
        ? directory.phoneNumbers(accountId, period)
        : values(Attribute.PHONE_NUMBER, account, period);
  }

  @Override
  public List<HeldValue> usernames(String accountId, Period period) {
    Account account = accounts.get(accountId);
    return account == null
        ? directory.usernames(accountId, period)
        : values(Attribute.USERNAME, account, period);
  }

  private List<HeldValue> values(Attribute attribute, Account account, Period period) {
    return directory.kept(period).map(kept -> attribute.within(account, kept)).orElse(List.of());
  }

  @Override
  public List<Login> logins(String accountId, Period period) {
    return directory.logins(accountId, period);
  }
}
