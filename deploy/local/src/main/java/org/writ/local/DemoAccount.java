package org.writ.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;

/**
 * An invented account of the demo platform, with what happened on it in twelve months.
 *
 * <p>The same number and the same day give the same events, ids included. Addresses are of the
 * ranges reserved for documentation (RFC 5737, RFC 3849). The first {@value #STEADY} accounts keep
 * their phone number and user name; among the others some change them, and some are deleted.
 *
 * @param number from 1 to {@value #COUNT}
 */
record DemoAccount(int number) {

  static final int COUNT = 1000;
  static final int STEADY = 100;
  static final Duration SPAN = Duration.ofDays(365);

  private static final long SEED = 20_261_121L;
  private static final int FIRST_ID = 1_000_000;
  private static final int FEWEST_LOGINS = 12;
  private static final int MOST_LOGINS = 48;
  private static final int RENAMED_EVERY = 15;
  private static final int MOVED_EVERY = 40;
  private static final int DELETED_EVERY = 100;
  private static final int FIRST_FREE_PORT = 1024;
  private static final int PORTS = 65_536;
  private static final List<String> DEVICES =
      List.of("Pixel 9", "Galaxy S25", "Redmi Note 14", "Fairphone 6", "iPhone 17", "iPad Air");
  private static final List<String> IPV4_RANGES = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  /**
   * An event as the platform sends it.
   *
   * @param envelope the attributes around it
   * @param data the record
   */
  record Activity(Envelope envelope, SpecificRecord data) {}

  private record Moment(Instant at, SpecificRecord data) {}

  String id() {
    return Integer.toString(FIRST_ID + number);
  }

  String phoneNumber() {
    return "+49151%08d".formatted(number);
  }

  String username() {
    return "demo_user_" + number;
  }

  /**
   * What happened, in order.
   *
   * @param end the end of the twelve months
   */
  List<Activity> activities(Instant end) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    Instant begin = end.minus(SPAN);
    Instant registered = begin.plusSeconds(random.nextInt(86_400));
    List<Moment> moments = new ArrayList<>();
    moments.addAll(logins(random, registered, end));
    moments.addAll(changes(random, registered, end));
    moments.sort(Comparator.comparing(Moment::at));
    moments.addFirst(
        new Moment(registered, new AccountRegistered(id(), phoneNumber(), username(), registered)));
    if (changing(DELETED_EVERY)) {
      moments.addLast(new Moment(end, new AccountDeleted(id(), end)));
    }
    return enveloped(moments, random);
  }

  private List<Moment> logins(SplittableRandom random, Instant from, Instant to) {
    List<String> addresses = List.of(address(random), address(random), address(random));
    List<String> devices = List.of(pick(random, DEVICES), pick(random, DEVICES));
    int count = random.nextInt(FEWEST_LOGINS, MOST_LOGINS + 1);
    List<Moment> logins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = between(random, from, to);
      String device = pick(random, devices);
      logins.add(
          new Moment(
              at,
              new LoggedIn(
                  id(),
                  at,
                  pick(random, addresses),
                  random.nextInt(FIRST_FREE_PORT, PORTS),
                  device,
                  appVersion(device, Duration.between(from, at)))));
    }
    return logins;
  }

  private List<Moment> changes(SplittableRandom random, Instant from, Instant to) {
    List<Moment> changes = new ArrayList<>();
    if (changing(RENAMED_EVERY)) {
      Instant at = between(random, from, to);
      changes.add(new Moment(at, new UsernameChanged(id(), username() + "_new", at)));
    }
    if (changing(MOVED_EVERY)) {
      Instant at = between(random, from, to);
      String moved = "+491511%07d".formatted(number);
      changes.add(new Moment(at, new PhoneNumberChanged(id(), moved, at)));
    }
    return changes;
  }

  private boolean changing(int every) {
    return number > STEADY && number % every == 0;
  }

  private List<Activity> enveloped(List<Moment> moments, SplittableRandom random) {
    List<Activity> activities = new ArrayList<>();
    for (Moment moment : moments) {
      activities.add(
          new Activity(
              new Envelope(
                  uuid(moment.at(), random),
                  "/platform",
                  moment.data().getSchema().getFullName(),
                  id(),
                  moment.at(),
                  activities.size() + 1L,
                  null,
                  new Actor("platform", "demo")),
              moment.data()));
    }
    return activities;
  }

  /** A version 7 UUID (RFC 9562, section 5.7) of a given moment. */
  static UUID uuid(Instant at, SplittableRandom random) {
    long high = at.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
    long low = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(high, low);
  }

  private static String address(SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return "2001:db8:%x::%x".formatted(random.nextInt(1, 0x10000), random.nextInt(1, 0x10000));
    }
    return pick(random, IPV4_RANGES) + random.nextInt(1, 255);
  }

  private static String appVersion(String device, Duration since) {
    String system = device.toLowerCase(Locale.ROOT).startsWith("ip") ? "iOS" : "Android";
    return "%s 11.%d.%d".formatted(system, since.toDays() / 30, since.toDays() % 30 / 10);
  }

  private static Instant between(SplittableRandom random, Instant from, Instant to) {
    return Instant.ofEpochMilli(random.nextLong(from.toEpochMilli() + 1, to.toEpochMilli()));
  }

  private static <T> T pick(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
