package org.writ.disclosure.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;

/** Collectors with a mistake each, to see that the bounds catch it. */
enum Mutant {
  /** No mistake: shows that the others are caught for theirs. */
  NONE,
  END_IS_INCLUSIVE,
  START_IS_EXCLUSIVE,
  IGNORES_DATA_TYPES,
  TAKES_THE_FIRST_OF_SEVERAL,
  IGNORES_SINCE_WHEN_THE_IDENTIFIER_IS_HELD,
  DISCLOSES_DELETED_ACCOUNTS,
  ADDS_ANOTHER_ACCOUNTS_LOGINS;

  Collected collect(World world, Approval approval) {
    List<Holder> holders = world.holders(approval.identifier(), approval.period());
    boolean several = holders.size() > 1 && this != TAKES_THE_FIRST_OF_SEVERAL;
    if (holders.isEmpty() || several) {
      return new Collected.Nothing(approval, Collected.Reason.UNKNOWN_IDENTIFIER);
    }
    Holder holder = holders.getFirst();
    var records = new ArrayList<Disclosed>();
    if (!holder.deleted() || this == DISCLOSES_DELETED_ACCOUNTS) {
      addLogins(world, approval, holder, records);
      addPhoneNumbers(world, approval, holder, records);
    }
    return records.isEmpty()
        ? new Collected.Nothing(approval, Collected.Reason.NOTHING_IN_PERIOD)
        : new Collected.Found(approval, holder.accountId(), records);
  }

  private void addLogins(World world, Approval approval, Holder holder, List<Disclosed> records) {
    if (!types(approval).contains(DataType.IP_ADDRESS)) {
      return;
    }
    for (Login login : world.logins(holder.accountId())) {
      if (windows(approval, holder).stream().anyMatch(window -> contains(window, login))) {
        records.add(
            new Disclosed(DataType.IP_ADDRESS, login.at(), login.ipAddress(), login.port()));
      }
    }
    if (this == ADDS_ANOTHER_ACCOUNTS_LOGINS) {
      world
          .logins(world.id(0), approval.period())
          .forEach(
              it ->
                  records.add(
                      new Disclosed(DataType.IP_ADDRESS, it.at(), it.ipAddress(), it.port())));
    }
  }

  private void addPhoneNumbers(
      World world, Approval approval, Holder holder, List<Disclosed> records) {
    if (types(approval).contains(DataType.PHONE_NUMBER)) {
      for (Period window : windows(approval, holder)) {
        world
            .phoneNumbers(holder.accountId(), window)
            .forEach(
                it ->
                    records.add(
                        new Disclosed(
                            DataType.PHONE_NUMBER, it.value(), it.held().from(), it.held().to())));
      }
    }
  }

  private Set<DataType> types(Approval approval) {
    return this == IGNORES_DATA_TYPES ? Set.of(DataType.values()) : approval.dataTypes();
  }

  private List<Period> windows(Approval approval, Holder holder) {
    return this == IGNORES_SINCE_WHEN_THE_IDENTIFIER_IS_HELD
        ? List.of(approval.period())
        : holder.held();
  }

  private boolean contains(Period window, Login login) {
    return switch (this) {
      case END_IS_INCLUSIVE -> window.contains(login.at()) || window.to().equals(login.at());
      case START_IS_EXCLUSIVE -> window.contains(login.at()) && !window.from().equals(login.at());
      default -> window.contains(login.at());
    };
  }
}
