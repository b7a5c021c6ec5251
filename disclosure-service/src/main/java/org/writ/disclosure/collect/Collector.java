package org.writ.disclosure.collect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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

  private final Directory directory;

  /** From this directory. */
  @Inject
  public Collector(Directory directory) {
    this.directory = directory;
  }

  /**
   * What is held for the items, in their order.
   *
   * @throws OutsideDecision if the directory answers more than it was asked
   */
  public List<Collected> collect(List<Approval> approvals) {
    return approvals.stream().map(this::collect).toList();
  }

  private Collected collect(Approval approval) {
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
    List<Disclosed> records = records(approval, approval.scope(holder));
    return records.isEmpty()
        ? new Collected.Nothing(approval, Reason.NOTHING_IN_PERIOD)
        : new Collected.Found(approval, holder.accountId(), records);
  }

  private List<Disclosed> records(Approval approval, Scope scope) {
    var records = new ArrayList<Disclosed>();
    for (DataType type : approval.orderedDataTypes()) {
      for (Period window : scope.windows()) {
        records.addAll(records(type, scope, window));
      }
    }
    return records;
  }

  private List<Disclosed> records(DataType type, Scope scope, Period window) {
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
