package org.writ.disclosure.account;

import java.util.ArrayList;
import java.util.List;

/**
 * A directory that knows one identifier and answers the same whatever period it is asked about:
 * that is how a source misbehaves that does not bound its answers.
 */
public final class ScriptedDirectory implements Directory {

  private final Identifier identifier;
  private final List<Holder> holders;
  private final List<HeldValue> phoneNumbers = new ArrayList<>();
  private final List<HeldValue> usernames = new ArrayList<>();
  private final List<Login> logins = new ArrayList<>();

  /** Knows these accounts under the identifier. */
  public ScriptedDirectory(Identifier identifier, Holder... holders) {
    this.identifier = identifier;
    this.holders = List.of(holders);
  }

  /** Answers this phone number, too. */
  public ScriptedDirectory with(HeldValue phoneNumber) {
    phoneNumbers.add(phoneNumber);
    return this;
  }

  /** Answers this user name, too. */
  public ScriptedDirectory withUsername(HeldValue username) {
    usernames.add(username);
    return this;
  }

  /** Answers this login, too. */
  public ScriptedDirectory with(Login login) {
    logins.add(login);
    return this;
  }

  @Override
  public List<Holder> holders(Identifier asked, Period period) {
    return asked.equals(identifier) ? holders : List.of();
  }

  @Override
  public List<HeldValue> phoneNumbers(String accountId, Period period) {
    return phoneNumbers;
  }

  @Override
  public List<HeldValue> usernames(String accountId, Period period) {
    return usernames;
  }

  @Override
  public List<Login> logins(String accountId, Period period) {
    return logins;
  }
}
