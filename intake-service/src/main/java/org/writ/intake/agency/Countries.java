package org.writ.intake.agency;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Country codes of ISO 3166-1 alpha-2. */
public final class Countries {

  private static final Set<String> ASSIGNED =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** The code elements that the standard leaves to its users, such as XK for Kosovo. */
  private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

  private Countries() {}

  /** Whether the standard assigns the code to a country. */
  public static boolean isAssigned(String code) {
    return ASSIGNED.contains(code);
  }

  /** Whether the standard leaves the code to its users. */
  static boolean isUserAssigned(String code) {
    return USER_ASSIGNED.matcher(code).matches();
  }
}
