package org.writ.disclosure.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.writ.disclosure.account.Directory;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Period;
import org.writ.disclosure.collect.Collected.Reason;

/**
 * Collects what decisions approved. To be called in one transaction, so that the items fit
 * together.
 */
@ApplicationScoped
public class Collector {

  /** Identifiers that are looked up together. */
  private static final int LOOKED_UP_AT_ONCE = 500;

  private final Directory directory;

  /** From this directory. */
  @Inject
  public Collector(Directory directory) {
    this.directory = directory;
  }

  /**
   * Collects what is held for the items, one after the other: of tens of thousands of items the
   * records stand in memory for one at a time.
   *
   * @param found receives what is held for each item, in their order
   * @throws OutsideDecision if the directory answers more than it was asked
   */
  public void collect(List<Approval> approvals, Consumer<Collected> found) {
    for (int from = 0; from < approvals.size(); from += LOOKED_UP_AT_ONCE) {
      List<Approval> some =
          approvals.subList(from, Math.min(from + LOOKED_UP_AT_ONCE, approvals.size()));
      Directory excerpt = directory.lookingUp(some.stream().map(Approval::identifier).toList());
      some.forEach(approval -> found.accept(collect(excerpt, approval)));
    }
  }

  private static Collected collect(Directory directory, Approval approval) {
    List<Holder> holders = directory.holders(approval.identifier(), approval.period());
    if (holders.isEmpty()) {
      return new Collected.Nothing(approval, Reason.UNKNOWN_IDENTIFIER);
    }
    if (holders.size() > 1) {
      return new Collected.Nothing(approval, Reason.AMBIGUOUS_IDENTIFIER);
    }
    Holder holder = holders.getFirst();
    if (holder.deleted()) {
      return new Collected.Nothing(approval, Reason.ACCOUNT_DELETED);
    }
    List<Disclosed> records = records(directory, approval, approval.scope(holder));
    return records.isEmpty()
        ? new Collected.Nothing(approval, Reason.NOTHING_IN_PERIOD)
        : new Collected.Found(approval, holder.accountId(), records);
  }

  private static List<Disclosed> records(Directory directory, Approval approval, Scope scope) {
    var records = new ArrayList<Disclosed>();
    for (DataType type : approval.orderedDataTypes()) {
      for (Period window : scope.windows()) {
        records.addAll(records(directory, type, scope, window));
      }
    }
    return records;
  }

  private static List<Disclosed> records(
      Directory directory, DataType type, Scope scope, Period window) {
    String account = scope.accountId();
    return switch (type) {
      case PHONE_NUMBER ->
          directory.phoneNumbers(account, window).stream().map(scope::phoneNumber).toList();
      case USERNAME_HISTORY ->
          directory.usernames(account, window).stream().map(scope::username).toList();
      case IP_ADDRESS -> directory.logins(account, window).stream().map(scope::ipAddress).toList();
      case DEVICE -> scope.devices(directory.logins(account, window));
    };
  }
}
