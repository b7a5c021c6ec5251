package org.writ.intake.request;

import java.net.IDN;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Text;

/**
 * What the values of a submission have to keep to, whichever way it comes. Each rule gives what is
 * wrong, to follow the value's name; nothing if all is well. Pure.
 */
public final class SubmissionRules {

  static final Text REFERENCE = Text.line(100);

  /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
  static final Text EMAIL = Text.line(254);

  static final Text PHONE = Text.line(40);

  private static final Pattern MAILBOX =
      Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@([^@]+)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
  private static final Pattern PHONE_SYNTAX =
      Pattern.compile("\\+?[0-9 ()/.-]*(?:[0-9][ ()/.-]*){5,}");

  /** The first place on earth where a day begins. */
  private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

  /** An order, its end or a delay further away than this is a slip of the pen. */
  private static final int YEARS = 10;

  private SubmissionRules() {}

  /** The agency's own file number. */
  public static List<String> reference(String reference) {
    return REFERENCE.faults(reference);
  }

  /** The day on which an order was issued. */
  public static List<String> issuedOn(LocalDate issuedOn, Instant now) {
    if (issuedOn.isAfter(latestToday(now))) {
      return List.of("must not be in the future");
    }
    return issuedOn.isBefore(latestToday(now).minusYears(YEARS))
        ? List.of("must not be more than %d years ago".formatted(YEARS))
        : List.of();
  }

  /**
   * The last day on which an order is in force. One that is no longer in force is not refused here:
   * what follows from that is for the policy to say.
   *
   * @param issuedOn null if that is not known
   */
  public static List<String> validUntil(
      LocalDate validUntil, @Nullable LocalDate issuedOn, Instant now) {
    var faults = new ArrayList<String>();
    if (issuedOn != null && validUntil.isBefore(issuedOn)) {
      faults.add("must not be before issuedOn");
    }
    faults.addAll(farAway(validUntil, now));
    return faults;
  }

  /** Any day that is to come. */
  static List<String> farAway(LocalDate day, Instant now) {
    return day.isAfter(latestToday(now).plusYears(YEARS))
        ? List.of("must not be more than %d years from now".formatted(YEARS))
        : List.of();
  }

  /** An officer's mail address. */
  public static List<String> email(String email) {
    var faults = EMAIL.faults(email);
    return faults.isEmpty() ? emailSyntax(email) : faults;
  }

  /** An officer's phone number. */
  public static List<String> phone(String phone) {
    var faults = PHONE.faults(phone);
    return faults.isEmpty() ? phoneSyntax(phone) : faults;
  }

  static List<String> emailSyntax(String email) {
    return isMailAddress(email)
        ? List.of()
        : List.of("must be a mail address, such as officer@police.example");
  }

  static List<String> phoneSyntax(String phone) {
    return PHONE_SYNTAX.matcher(phone).matches()
        ? List.of()
        : List.of("must be a phone number, such as +49 30 1234567");
  }

  /** A day after this one has not begun anywhere. */
  private static LocalDate latestToday(Instant now) {
    return LocalDate.ofInstant(now, EARLIEST_DAY);
  }

  private static boolean isMailAddress(String email) {
    var mailbox = MAILBOX.matcher(email);
    try {
      return mailbox.matches()
          && DOMAIN.matcher(IDN.toASCII(mailbox.group(1)).toLowerCase(Locale.ROOT)).matches();
    } catch (IllegalArgumentException notADomain) {
      return false;
    }
  }
}
