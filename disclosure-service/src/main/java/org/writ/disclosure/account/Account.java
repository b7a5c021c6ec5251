package org.writ.disclosure.account;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;

/**
 * What is known about an account, but for its logins.
 *
 * @param accountId the platform's id
 * @param registeredAt null: the platform's word about it came too late for us
 * @param deletedAt null: it is not deleted
 * @param phoneNumbers its phone numbers
 * @param usernames its user names
 */
record Account(
    String accountId,
    @Nullable Instant registeredAt,
    @Nullable Instant deletedAt,
    Timeline phoneNumbers,
    Timeline usernames) {

  /** An account that was not heard of before. */
  static Account unknown(String accountId) {
    return new Account(accountId, null, null, Timeline.EMPTY, Timeline.EMPTY);
  }

  /**
   * With one more activity; a login changes nothing here.
   *
   * @throws IllegalArgumentException if the activity is of an unknown type, has a phone number that
   *     is none, or registers an account anew that was deleted: an account's id is never given to
   *     somebody else
   */
  Account apply(SpecificRecord activity) {
    return switch (activity) {
      case AccountRegistered it -> register(it);
      case PhoneNumberChanged it ->
          new Account(
              accountId,
              registeredAt,
              deletedAt,
              phoneNumbers.assign(PhoneNumber.checked(it.getPhoneNumber()), it.getAt()),
              usernames);
      case UsernameChanged it ->
          new Account(
              accountId,
              registeredAt,
              deletedAt,
              phoneNumbers,
              usernames.assign(it.getUsername(), it.getAt()));
      case LoggedIn _ -> this;
      case AccountDeleted it ->
          new Account(accountId, registeredAt, it.getAt(), phoneNumbers, usernames);
      default ->
          throw new IllegalArgumentException("Unknown activity " + activity.getSchema().getName());
    };
  }

  private Account register(AccountRegistered registration) {
    if (deletedAt != null && registration.getAt().isAfter(deletedAt)) {
      throw new IllegalArgumentException("Expected no registration of an account that was deleted");
    }
    return new Account(
        accountId,
        registration.getAt(),
        deletedAt,
        phoneNumbers.assign(
            PhoneNumber.checked(registration.getPhoneNumber()), registration.getAt()),
        usernames.assign(registration.getUsername(), registration.getAt()));
  }

  /** Without values that were superseded at or before the horizon. */
  Account keptSince(Instant horizon) {
    return new Account(
        accountId,
        registeredAt,
        deletedAt,
        phoneNumbers.keptSince(horizon),
        usernames.keptSince(horizon));
  }

  /** As one that an identifier stood for through a whole period. */
  Holder holder(Period period) {
    return new Holder(accountId, List.of(period), deletedAt != null);
  }
}
