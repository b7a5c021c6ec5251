package org.writ.disclosure.account;

import java.util.regex.Pattern;

/** Phone numbers as ITU-T E.164 writes them internationally: a plus sign and at most 15 digits. */
final class PhoneNumber {

  private static final Pattern E_164 = Pattern.compile("\\+[0-9]{2,15}");

  private PhoneNumber() {}

  /** Whether the text is one. */
  static boolean isWellFormed(String text) {
    return E_164.matcher(text).matches();
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it
   */
  static String checked(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("Expected a phone number in E.164 with its plus sign");
    }
    return text;
  }
}
