package org.writ.disclosure.collect;

import java.util.List;

/**
 * The kinds of data that the directory holds. {@code CONTENT} and {@code TRAFFIC} can be asked for
 * but have no constant here: what cannot be named cannot be collected.
 */
public enum DataType {
  /** Phone numbers and when the account had them. */
  PHONE_NUMBER("phoneNumber", "from", "to"),
  /** Addresses that somebody logged in from. */
  IP_ADDRESS("at", "ipAddress", "port"),
  /** Devices and app versions, and when they were first and last seen in the period. */
  DEVICE("device", "appVersion", "firstSeen", "lastSeen"),
  /** User names and when the account had them. */
  USERNAME_HISTORY("username", "from", "to");

  private final List<String> fields;

  DataType(String... fields) {
    this.fields = List.of(fields);
  }

  /**
   * The fields of a record of this type, in order. There is no account id among them: it is not
   * what was approved.
   */
  public List<String> fields() {
    return fields;
  }

  /**
   * The type of this name.
   *
   * @throws NotDisclosable if the directory holds nothing of that name
   */
  public static DataType of(String name) {
    for (DataType type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new NotDisclosable(name);
  }

  /** A data type was approved that is never disclosed. */
  public static final class NotDisclosable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDisclosable(String name) {
      super("Expected a data type that the directory holds, found " + name);
    }
  }
}
