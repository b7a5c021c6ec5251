package org.writ.disclosure.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.account.Directory;
import org.writ.disclosure.account.HeldValue;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Identifier;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;

/**
 * Invented accounts over {@value #HOURS} hours, in which phone numbers, user names and addresses
 * are so few that they change hands all the time. What was the case in an hour is looked up hour by
 * hour, so that nothing here shares its logic with what is tested.
 */
final class World implements Directory {

  static final int HOURS = 48;
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int ACCOUNTS = 5;
  private static final int NUMBERS = 8;
  private static final int ADDRESSES = 6;

  private record Someone(
      String id,
      int deletedAt,
      Map<Integer, String> phoneNumbers,
      Map<Integer, String> usernames,
      List<Login> logins) {}

  private final int number;
  private final Map<String, Someone> accounts = new TreeMap<>();

  /**
   * Makes a world.
   *
   * @param number 0 to 99: worlds of different numbers share no account, number, name or address
   */
  World(int number, Random random) {
    this.number = number;
    for (int i = 0; i < ACCOUNTS; i++) {
      String id = id(i);
      int deletedAt = random.nextInt(6) == 0 ? random.nextInt(HOURS) : Integer.MAX_VALUE;
      accounts.put(
          id,
          new Someone(
              id,
              deletedAt,
              values(random, phonePrefix(), false, deletedAt),
              values(random, namePrefix(), true, deletedAt),
              logins(random, id)));
    }
  }

  private static Map<Integer, String> values(
      Random random, String prefix, boolean mayBeGivenUp, int deletedAt) {
    var values = new HashMap<Integer, String>();
    String value = prefix + random.nextInt(NUMBERS);
    for (int hour = random.nextInt(HOURS / 2); hour < HOURS && hour < deletedAt; hour++) {
      if (random.nextInt(16) == 0) {
        value = mayBeGivenUp && random.nextInt(4) == 0 ? "" : prefix + random.nextInt(NUMBERS);
      }
      if (!value.isEmpty()) {
        values.put(hour, value);
      }
    }
    return values;
  }

  private List<Login> logins(Random random, String id) {
    return IntStream.range(0, HOURS)
        .filter(hour -> random.nextInt(3) == 0)
        .mapToObj(
            hour ->
                new Login(
                    id,
                    at(hour),
                    addressPrefix() + random.nextInt(ADDRESSES),
                    random.nextInt(65536),
                    "device-" + random.nextInt(3),
                    "app-" + random.nextInt(2)))
        .toList();
  }

  String id(int account) {
    return "world-%d-account-%d".formatted(number, account);
  }

  private String phonePrefix() {
    return "+99%02d00000".formatted(number);
  }

  private String namePrefix() {
    return "world_%d_name".formatted(number);
  }

  private String addressPrefix() {
    return "10.%d.0.".formatted(number);
  }

  /** What the platform would have told about this world. */
  List<SpecificRecord> activities() {
    var activities = new ArrayList<SpecificRecord>();
    for (Someone someone : accounts.values()) {
      String id = someone.id();
      String phoneNumber = null;
      String username = null;
      for (int hour = 0; hour < HOURS && hour < someone.deletedAt(); hour++) {
        String newNumber = someone.phoneNumbers().get(hour);
        if (newNumber != null && !newNumber.equals(phoneNumber)) {
          activities.add(
              phoneNumber == null
                  ? new AccountRegistered(id, newNumber, username, at(hour))
                  : new PhoneNumberChanged(id, newNumber, at(hour)));
          phoneNumber = newNumber;
        }
        String newName = someone.usernames().get(hour);
        if (!Objects.equals(newName, username)) {
          activities.add(new UsernameChanged(id, newName, at(hour)));
          username = newName;
        }
      }
      for (Login it : someone.logins()) {
        activities.add(
            new LoggedIn(id, it.at(), it.ipAddress(), it.port(), it.device(), it.appVersion()));
      }
      if (someone.deletedAt() < HOURS) {
        activities.add(new AccountDeleted(id, at(someone.deletedAt())));
      }
    }
    return activities;
  }

  static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  static int hour(Instant at) {
    return (int) Duration.between(START, at).toHours();
  }

  /** An approval of something that this world may or may not know. */
  Approval approval(Random random) {
    int from = random.nextInt(HOURS - 1);
    int to = from + 1 + random.nextInt(Math.min(12, HOURS - from));
    var types = new ArrayList<>(List.of(DataType.values()));
    java.util.Collections.shuffle(types, random);
    return new Approval(
        "item",
        identifier(random),
        java.util.Set.copyOf(types.subList(0, 1 + random.nextInt(types.size()))),
        new Period(at(from), at(to)));
  }

  private Identifier identifier(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Identifier(Identifier.Type.PHONE_NUMBER, phonePrefix() + random.nextInt(NUMBERS + 1));
      case 1 ->
          new Identifier(Identifier.Type.USERNAME, namePrefix() + random.nextInt(NUMBERS + 1));
      case 2 -> new Identifier(Identifier.Type.ACCOUNT_ID, id(random.nextInt(ACCOUNTS + 1)));
      default ->
          new Identifier(
              Identifier.Type.IP_ADDRESS, addressPrefix() + random.nextInt(ADDRESSES + 1));
    };
  }

  boolean isDeleted(String id) {
    return someone(id).deletedAt() < HOURS;
  }

  @Nullable String phoneNumber(String id, int hour) {
    return someone(id).phoneNumbers().get(hour);
  }

  @Nullable String username(String id, int hour) {
    return someone(id).usernames().get(hour);
  }

  List<Login> logins(String id) {
    return someone(id).logins();
  }

  private Someone someone(String id) {
    return Objects.requireNonNull(accounts.get(id), id);
  }

  /**
   * Whether the identifier stood for the account in that hour, if the order was about this period.
   */
  boolean stoodFor(Identifier identifier, String id, int hour, Period period) {
    return switch (identifier.type()) {
      case PHONE_NUMBER -> identifier.value().equals(phoneNumber(id, hour));
      case USERNAME -> identifier.value().equals(username(id, hour));
      case ACCOUNT_ID -> identifier.value().equals(id);
      case IP_ADDRESS ->
          logins(id).stream()
              .anyMatch(
                  login ->
                      login.ipAddress().equals(identifier.value()) && period.contains(login.at()));
    };
  }

  /** The accounts that the identifier stood for in some hour of the period. */
  List<String> meant(Identifier identifier, Period period) {
    return accounts.keySet().stream()
        .filter(id -> hours(period).anyMatch(hour -> stoodFor(identifier, id, hour, period)))
        .toList();
  }

  static IntStream hours(Period period) {
    return IntStream.range(hour(period.from()), hour(period.to()));
  }

  @Override
  public List<Holder> holders(Identifier identifier, Period period) {
    return meant(identifier, period).stream()
        .map(
            id ->
                new Holder(
                    id,
                    hours(period)
                        .filter(hour -> stoodFor(identifier, id, hour, period))
                        .mapToObj(World::wholeHour)
                        .toList(),
                    isDeleted(id)))
        .toList();
  }

  static Period wholeHour(int hour) {
    return new Period(at(hour), at(hour + 1));
  }

  @Override
  public List<HeldValue> phoneNumbers(String accountId, Period period) {
    return hourly(accountId, someone(accountId).phoneNumbers(), period);
  }

  @Override
  public List<HeldValue> usernames(String accountId, Period period) {
    return hourly(accountId, someone(accountId).usernames(), period);
  }

  private static List<HeldValue> hourly(
      String accountId, Map<Integer, String> values, Period period) {
    return hours(period)
        .filter(values::containsKey)
        .mapToObj(
            hour ->
                new HeldValue(accountId, Objects.requireNonNull(values.get(hour)), wholeHour(hour)))
        .toList();
  }

  @Override
  public List<Login> logins(String accountId, Period period) {
    return logins(accountId).stream()
        .filter(login -> period.contains(login.at()))
        .sorted(Comparator.comparing(Login::at))
        .toList();
  }
}
