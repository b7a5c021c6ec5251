package org.writ.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.disclosure.TestClock;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class AccountDirectoryTest {

  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
  private static final Period WHOLE_YEAR = new Period(JANUARY, TestClock.START);

  @Inject AccountActivity activity;
  @Inject Directory directory;
  @Inject Partitions partitions;
  @Inject DataSource dataSource;
  @Inject TestClock clock;

  private final String id = UUID.randomUUID().toString();
  private final String number = number();

  private static String number() {
    return "+" + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  private void takeIn(SpecificRecord... activities) {
    QuarkusTransaction.requiringNew().run(() -> activity.takeIn(List.of(activities)));
  }

  private LoggedIn login(Instant at, String address, int port) {
    return new LoggedIn(id, at, address, port, "Pixel 9", "Android 11.4.2");
  }

  private static Identifier phone(String value) {
    return new Identifier(Identifier.Type.PHONE_NUMBER, value);
  }

  @Test
  void phoneNumberIsLookedUpAtATime() {
    // Given
    String next = number();
    String other = UUID.randomUUID().toString();
    takeIn(
        new AccountRegistered(id, number, null, JANUARY),
        new PhoneNumberChanged(id, next, MARCH),
        new AccountRegistered(other, number, null, JUNE));

    // When
    List<Holder> inSpring = directory.holders(phone(number), new Period(JANUARY, JUNE));
    List<Holder> inSummer = directory.holders(phone(number), new Period(JUNE, SEPTEMBER));
    List<Holder> between = directory.holders(phone(number), new Period(MARCH, JUNE));
    List<Holder> allYear = directory.holders(phone(number), WHOLE_YEAR);

    // Then
    assertThat(inSpring)
        .containsExactly(new Holder(id, List.of(new Period(JANUARY, MARCH)), false));
    assertThat(inSummer)
        .containsExactly(new Holder(other, List.of(new Period(JUNE, SEPTEMBER)), false));
    assertThat(between).isEmpty();
    assertThat(allYear).extracting(Holder::accountId).containsExactlyInAnyOrder(id, other);
    assertThat(directory.phoneNumbers(id, WHOLE_YEAR))
        .containsExactly(
            new HeldValue(id, number, new Period(JANUARY, MARCH)),
            new HeldValue(id, next, new Period(MARCH, TestClock.START)));
  }

  @Test
  void usernameIsLookedUpAtATimeByteForByte() {
    // Given
    String name = "Name_" + id;
    takeIn(new AccountRegistered(id, number, name, JANUARY), new UsernameChanged(id, null, MARCH));

    // When / Then
    var username = new Identifier(Identifier.Type.USERNAME, name);
    assertThat(directory.holders(username, new Period(JANUARY, JUNE)))
        .containsExactly(new Holder(id, List.of(new Period(JANUARY, MARCH)), false));
    assertThat(directory.holders(username, new Period(MARCH, JUNE))).isEmpty();
    assertThat(
            directory.holders(new Identifier(Identifier.Type.USERNAME, "name_" + id), WHOLE_YEAR))
        .isEmpty();
    assertThat(directory.usernames(id, WHOLE_YEAR))
        .containsExactly(new HeldValue(id, name, new Period(JANUARY, MARCH)));
  }

  @Test
  void addressIsLookedUpAtATimeInWhateverForm() {
    // Given
    takeIn(
        new AccountRegistered(id, number, null, JANUARY),
        login(JUNE, "2001:0DB8:0000::00A7", 40001));

    // When
    var address = new Identifier(Identifier.Type.IP_ADDRESS, "2001:db8:0:0::a7");
    List<Holder> inJune = directory.holders(address, new Period(JUNE, SEPTEMBER));
    List<Holder> before = directory.holders(address, new Period(JANUARY, JUNE));
    List<Holder> nonsense =
        directory.holders(new Identifier(Identifier.Type.IP_ADDRESS, "not one"), WHOLE_YEAR);

    // Then
    assertThat(inJune).containsExactly(new Holder(id, List.of(new Period(JUNE, SEPTEMBER)), false));
    assertThat(before).isEmpty();
    assertThat(nonsense).isEmpty();
    assertThat(directory.logins(id, WHOLE_YEAR))
        .containsExactly(new Login(id, JUNE, "2001:db8::a7", 40001, "Pixel 9", "Android 11.4.2"));
  }

  @Test
  void activityFedAgainInAnyOrderChangesNothing() {
    // Given
    var activities = new ArrayList<SpecificRecord>();
    activities.add(new AccountRegistered(id, number, "a" + id, JANUARY));
    activities.add(new PhoneNumberChanged(id, number(), MARCH));
    activities.add(new UsernameChanged(id, "b" + id, MARCH));
    activities.add(new PhoneNumberChanged(id, number(), JUNE));
    for (int i = 0; i < 500; i++) {
      activities.add(login(MARCH.plus(Duration.ofHours(i)), "198.51.100." + i % 250, i));
    }
    takeIn(activities.toArray(SpecificRecord[]::new));
    Object before = everything();

    // When
    Collections.shuffle(activities, new Random(1));
    takeIn(activities.toArray(SpecificRecord[]::new));
    takeIn(activities.subList(0, 100).toArray(SpecificRecord[]::new));

    // Then
    assertThat(everything()).isEqualTo(before);
    assertThat(directory.logins(id, WHOLE_YEAR)).hasSize(500);
  }

  private Object everything() {
    return List.of(
        directory.phoneNumbers(id, WHOLE_YEAR),
        directory.usernames(id, WHOLE_YEAR),
        directory.logins(id, WHOLE_YEAR),
        count("phone_number_history"),
        count("username_history"));
  }

  @Test
  void loginsOlderThanTwelveMonthsAreNotStored() {
    // Given
    Instant horizon = Retention.horizon(clock.instant());

    // When
    takeIn(
        login(horizon.minus(Duration.ofMinutes(5)), "198.51.100.1", 1),
        login(horizon.plus(Duration.ofMinutes(5)), "198.51.100.2", 2));

    // Then
    assertThat(count("login")).isEqualTo(1);
  }

  @Test
  void currentNumberIsKnownHoweverLongItIsHeld() {
    // Given
    Instant longAgo = Instant.parse("2019-01-01T00:00:00Z");

    // When
    takeIn(new AccountRegistered(id, number, null, longAgo));

    // Then
    assertThat(directory.phoneNumbers(id, WHOLE_YEAR))
        .containsExactly(new HeldValue(id, number, WHOLE_YEAR));
  }

  @Test
  void whatWasAskedFromBeforeTheHorizonIsAnsweredFromTheHorizonOn() {
    // Given
    takeIn(new AccountRegistered(id, number, null, Instant.parse("2019-01-01T00:00:00Z")));

    // When
    var asked = new Period(Instant.parse("2019-01-01T00:00:00Z"), TestClock.START);
    List<HeldValue> held = directory.phoneNumbers(id, asked);

    // Then
    assertThat(held).hasSize(1);
    assertThat(held.getFirst().held().from())
        .isBetween(Retention.horizon(TestClock.START), Retention.horizon(clock.instant()));
    assertThat(directory.phoneNumbers(id, new Period(Instant.EPOCH, Instant.ofEpochSecond(1))))
        .isEmpty();
  }

  @Test
  void activityFromTheFutureIsRefused() {
    Instant future = clock.instant().plus(Duration.ofDays(2));

    assertThatThrownBy(() -> takeIn(login(future, "198.51.100.1", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clock");
    assertThat(count("login")).isZero();
  }

  @Test
  void deletedAccountIsStillTheOneThatHadNumberAndAddress() {
    // Given
    takeIn(new AccountRegistered(id, number, null, JANUARY), login(MARCH, "198.51.100.99", 1));

    // When
    takeIn(new AccountDeleted(id, JUNE));

    // Then
    var address = new Identifier(Identifier.Type.IP_ADDRESS, "198.51.100.99");
    var spring = new Period(MARCH, JUNE);
    assertThat(directory.holders(phone(number), WHOLE_YEAR))
        .containsExactly(new Holder(id, List.of(new Period(JANUARY, JUNE)), true));
    assertThat(directory.holders(address, spring))
        .containsExactly(new Holder(id, List.of(spring), true));
  }

  @Test
  void accountThatWasDeletedTwelveMonthsAgoIsForgotten() {
    // Given
    takeIn(
        new AccountRegistered(id, number, null, JANUARY),
        new AccountDeleted(id, TestClock.START.minus(Duration.ofDays(364))));

    // When
    clock.forward(Duration.ofDays(2));
    partitions.maintain();

    // Then
    assertThat(count("account")).isZero();
  }

  @Test
  void longNameOfADeviceKeepsNoLoginFromBeingRecorded() {
    // Given / When
    takeIn(
        new LoggedIn(
            id, MARCH, "198.51.100.1", 1, "\uD83D\uDCF1".repeat(5_000), "x".repeat(9_000)));

    // Then
    Login stored = directory.logins(id, WHOLE_YEAR).getFirst();
    assertThat(stored.device()).isEqualTo("\uD83D\uDCF1".repeat(Login.MAX_DEVICE));
    assertThat(stored.appVersion()).hasSize(Login.MAX_APP_VERSION);
  }

  @Test
  void activityIsDroppedByPartitionAfterTwelveMonths() {
    // Given
    Instant now = clock.instant();
    takeIn(
        new AccountRegistered(id, number, null, now.minus(Duration.ofDays(300))),
        new PhoneNumberChanged(id, number(), now.minus(Duration.ofDays(200))),
        login(now.minus(Duration.ofDays(300)), "198.51.100.1", 1),
        login(now, "198.51.100.2", 2));
    var months = existing();

    // When
    clock.forward(Duration.ofDays(340));
    partitions.maintain();

    // Then
    assertThat(count("login")).isEqualTo(1);
    assertThat(count("phone_number_history")).isZero();
    assertThat(directory.logins(id, new Period(now.minus(Duration.ofDays(365)), clock.instant())))
        .extracting(Login::port)
        .containsExactly(2);
    assertThat(months).contains(YearMonth.parse("2026-11"), YearMonth.parse("2027-01"));
    assertThat(existing()).contains(YearMonth.parse("2027-12")).doesNotContain(months.getFirst());
  }

  private java.util.SortedSet<YearMonth> existing() {
    try (var connection = dataSource.getConnection()) {
      return new java.util.TreeSet<>(Partitions.existing(connection, "login"));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void batchWithOneBadActivityLeavesNothing() {
    assertThatThrownBy(
            () ->
                takeIn(
                    new AccountRegistered(id, number, null, JANUARY),
                    login(MARCH, "not an address", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(count("account")).isZero();
  }

  @Test
  void manyActivitiesOfManyAccountsAreTakenInTogether() {
    // Given
    var activities =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    (SpecificRecord)
                        new LoggedIn(
                            id + i % 50,
                            MARCH.plusSeconds(i),
                            "203.0.113." + i % 250,
                            i,
                            "Pixel 9",
                            "Android 11.4.2"))
            .toArray(SpecificRecord[]::new);

    // When
    takeIn(activities);

    // Then
    assertThat(directory.logins(id + 7, WHOLE_YEAR)).hasSize(40);
    assertThat(directory.holders(new Identifier(Identifier.Type.ACCOUNT_ID, id + 7), WHOLE_YEAR))
        .containsExactly(new Holder(id + 7, List.of(WHOLE_YEAR), false));
  }

  private long count(String table) {
    try (var connection = dataSource.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM " + table + " WHERE account_id = ?")) {
      select.setString(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
