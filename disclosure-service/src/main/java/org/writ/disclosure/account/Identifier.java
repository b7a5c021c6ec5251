package org.writ.disclosure.account;

/**
 * What an order names an account by.
 *
 * @param type the kind of name
 * @param value phone number (E.164), user name without @, account id or IP address
 */
public record Identifier(Type type, String value) {

  /** The kinds of names that the directory finds accounts by. */
  public enum Type {
    /** E.164, with the plus sign. */
    PHONE_NUMBER,
    /** Compared byte for byte. */
    USERNAME,
    /** The platform's own id. */
    ACCOUNT_ID,
    /** IPv4 or IPv6 address that somebody logged in from. */
    IP_ADDRESS
  }

  /** Without the value, which belongs in no log line. */
  @Override
  public String toString() {
    return "Identifier[" + type + "]";
  }
}
