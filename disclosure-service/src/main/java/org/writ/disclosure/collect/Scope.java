package org.writ.disclosure.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.writ.disclosure.account.HeldValue;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;

/**
 * What may be collected about one account for one item: the approved data types in the windows, the
 * times of the approved period at which the account had the identifier. So if a phone number
 * changed hands, nobody's data from another's time is disclosed. Every method refuses what lies
 * outside, whoever handed it in: a directory that answers more than it was asked is caught here.
 */
final class Scope {

  private final Approval approval;
  private final String accountId;
  private final List<Period> windows;

  Scope(Approval approval, String accountId, List<Period> windows) {
    this.approval = approval;
    this.accountId = accountId;
    this.windows = List.copyOf(windows);
  }

  /** The one account. */
  String accountId() {
    return accountId;
  }

  /** When, ascending; each lies in the approved period. */
  List<Period> windows() {
    return windows;
  }

  Disclosed phoneNumber(HeldValue held) {
    return held(DataType.PHONE_NUMBER, held);
  }

  Disclosed username(HeldValue held) {
    return held(DataType.USERNAME_HISTORY, held);
  }

  private Disclosed held(DataType type, HeldValue held) {
    check(type, held.accountId());
    if (windows.stream().noneMatch(window -> window.contains(held.held()))) {
      throw outside("a value from outside the period");
    }
    return new Disclosed(type, held.value(), held.held().from(), held.held().to());
  }

  Disclosed ipAddress(Login login) {
    check(DataType.IP_ADDRESS, login);
    return new Disclosed(DataType.IP_ADDRESS, login.at(), login.ipAddress(), login.port());
  }

  /** The devices and app versions of these logins (ascending), in the order of their first. */
  List<Disclosed> devices(List<Login> logins) {
    var lastSeen = new LinkedHashMap<Device, Instant>();
    var firstSeen = new LinkedHashMap<Device, Instant>();
    for (Login login : logins) {
      check(DataType.DEVICE, login);
      var device = new Device(login.device(), login.appVersion());
      firstSeen.putIfAbsent(device, login.at());
      lastSeen.put(device, login.at());
    }
    var devices = new ArrayList<Disclosed>();
    firstSeen.forEach(
        (device, first) ->
            devices.add(
                new Disclosed(
                    DataType.DEVICE,
                    device.model(),
                    device.appVersion(),
                    first,
                    Objects.requireNonNull(lastSeen.get(device)))));
    return devices;
  }

  private record Device(String model, String appVersion) {}

  private void check(DataType type, Login login) {
    check(type, login.accountId());
    if (windows.stream().noneMatch(window -> window.contains(login.at()))) {
      throw outside("a login from outside the period");
    }
  }

  private void check(DataType type, String account) {
    if (!approval.dataTypes().contains(type)) {
      throw outside("data of type " + type);
    }
    if (!account.equals(accountId)) {
      throw outside("data of another account");
    }
  }

  private OutsideDecision outside(String what) {
    return new OutsideDecision(approval.itemId(), what);
  }
}
