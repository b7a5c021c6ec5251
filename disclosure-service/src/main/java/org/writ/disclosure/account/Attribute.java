package org.writ.disclosure.account;

import java.util.List;

/** A value that an account has one of at a time, and the columns that it is kept in. */
enum Attribute {
  PHONE_NUMBER("phone_number", Identifier.Type.PHONE_NUMBER),
  USERNAME("username", Identifier.Type.USERNAME);

  private final String column;
  private final Identifier.Type identifier;

  Attribute(String column, Identifier.Type identifier) {
    this.column = column;
    this.identifier = identifier;
  }

  /** The kind of name that it is. */
  Identifier.Type identifier() {
    return identifier;
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

  /** The values that the account had in the period, ascending, cut to the period. */
  List<HeldValue> within(Account account, Period period) {
    return of(account).within(account.accountId(), period, account.deletedAt());
  }
}
