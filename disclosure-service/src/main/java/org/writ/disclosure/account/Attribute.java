package org.writ.disclosure.account;

/** A value that an account has one of at a time, and the columns that it is kept in. */
enum Attribute {
  PHONE_NUMBER("phone_number"),
  USERNAME("username");

  private final String column;

  Attribute(String column) {
    this.column = column;
  }

  /** Column of the current value in {@code account}; {@code <column>_since} stands beside it. */
  String column() {
    return column;
  }

  /** Table of the values that were superseded. */
  String historyTable() {
    return column + "_history";
  }

  /** The account's timeline of it. */
  Timeline of(Account account) {
    return switch (this) {
      case PHONE_NUMBER -> account.phoneNumbers();
      case USERNAME -> account.usernames();
    };
  }
}
