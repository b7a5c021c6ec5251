package org.writ.disclosure.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;

/**
 * The rule of minimum disclosure, said once more in the plainest way: checks everything that was
 * collected against everything that is the case.
 */
final class Bounds {

  private final World world;

  Bounds(World world) {
    this.world = world;
  }

  /** What is wrong with a collection; empty if it holds exactly what was approved. */
  List<String> violations(Collected collected) {
    var violations = new ArrayList<String>();
    Approval approval = collected.approval();
    List<String> meant = world.meant(approval.identifier(), approval.period());
    if (!(collected instanceof Collected.Found found)) {
      boolean due =
          meant.size() == 1
              && !world.isDeleted(meant.getFirst())
              && logins(approval, meant.getFirst()) > 0
              && approval.dataTypes().contains(DataType.IP_ADDRESS);
      return due ? List.of("nothing disclosed although there are logins") : List.of();
    }
    if (!meant.equals(List.of(found.accountId()))) {
      violations.add("disclosed although " + meant.size() + " accounts are meant");
    }
    if (world.isDeleted(found.accountId())) {
      violations.add("disclosed although the account is deleted");
    }
    for (Disclosed record : found.records()) {
      if (!approval.dataTypes().contains(record.type())) {
        violations.add("type " + record.type() + " was not approved");
      }
      if (!isCovered(approval, found.accountId(), record)) {
        violations.add("record of type " + record.type() + " is not covered");
      }
    }
    long disclosed =
        found.records().stream().filter(it -> it.type() == DataType.IP_ADDRESS).count();
    if (approval.dataTypes().contains(DataType.IP_ADDRESS)
        && disclosed != logins(approval, found.accountId())) {
      violations.add("not all logins, or some twice");
    }
    return violations;
  }

  private long logins(Approval approval, String account) {
    return world.logins(account).stream()
        .filter(login -> isOpen(approval, account, login.at()))
        .count();
  }

  private boolean isCovered(Approval approval, String account, Disclosed record) {
    List<Object> values = record.values();
    return switch (record.type()) {
      case IP_ADDRESS ->
          isOpen(approval, account, (Instant) values.get(0))
              && world.logins(account).stream().anyMatch(login -> isOf(login, values));
      case DEVICE ->
          isOpen(approval, account, (Instant) values.get(2))
              && isOpen(approval, account, (Instant) values.get(3))
              && seen(account, values, 2)
              && seen(account, values, 3);
      case PHONE_NUMBER ->
          heldThroughout(approval, account, values, hour -> world.phoneNumber(account, hour));
      case USERNAME_HISTORY ->
          heldThroughout(approval, account, values, hour -> world.username(account, hour));
    };
  }

  private static boolean isOf(Login login, List<Object> values) {
    return List.<Object>of(login.at(), login.ipAddress(), login.port()).equals(values);
  }

  private boolean seen(String account, List<Object> device, int when) {
    return world.logins(account).stream()
        .anyMatch(
            login ->
                login.at().equals(device.get(when))
                    && login.device().equals(device.get(0))
                    && login.appVersion().equals(device.get(1)));
  }

  private interface ValueAt {
    @Nullable String hour(int hour);
  }

  private boolean heldThroughout(
      Approval approval, String account, List<Object> values, ValueAt had) {
    var held = new Period((Instant) values.get(1), (Instant) values.get(2));
    return World.hours(held)
        .allMatch(
            hour ->
                isOpen(approval, account, World.at(hour))
                    && Objects.equals(had.hour(hour), values.get(0)));
  }

  /** Whether data of the account from that time is what the decision is about. */
  private boolean isOpen(Approval approval, String account, Instant at) {
    return !at.isBefore(approval.period().from())
        && at.isBefore(approval.period().to())
        && world.stoodFor(approval.identifier(), account, World.hour(at), approval.period());
  }
}
