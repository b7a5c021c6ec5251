package org.writ.disclosure.account;

import java.util.Collection;
import java.util.List;

/**
 * What is held about accounts. Answers never reach back more than twelve months, whatever is asked.
 * Called in a transaction, so that several answers fit together.
 */
public interface Directory {

  /**
   * The same directory, for who is about to ask for many identifiers: what can be looked up for all
   * of them together is looked up now. For the current transaction only.
   */
  default Directory lookingUp(Collection<Identifier> identifiers) {
    return this;
  }

  /**
   * The accounts that the identifier stood for at some time of the period, by account id. For a
   * phone number or a user name that is who had it; for an IP address, who logged in from it; then,
   * as for an account id, the account stands for the whole period.
   */
  List<Holder> holders(Identifier identifier, Period period);

  /** The phone numbers that an account had in the period, ascending, cut to the period. */
  List<HeldValue> phoneNumbers(String accountId, Period period);

  /** The user names that an account had in the period, ascending, cut to the period. */
  List<HeldValue> usernames(String accountId, Period period);

  /** The logins of an account in the period, ascending. */
  List<Login> logins(String accountId, Period period);
}
