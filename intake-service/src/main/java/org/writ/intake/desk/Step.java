package org.writ.intake.desk;

import java.util.List;
import org.writ.web.problem.Fault;

/** The steps in which a new request is put together. */
enum Step {
  ORDER(
      "form.order",
      List.of(
          "/reference",
          "/process",
          "/regime",
          "/issuingAuthority",
          "/issuedOn",
          "/validUntil",
          "/officer")),
  OFFENCE("form.offence", List.of("/offence", "/suspectConfirmed", "/userNotice")),
  ACCOUNTS("form.accounts", List.of("/items")),
  CONFIRM("form.confirm", List.of());

  private final String title;
  private final List<String> members;

  Step(String title, List<String> members) {
    this.title = title;
    this.members = members;
  }

  /** Key of the step's name. */
  public String title() {
    return title;
  }

  /** Counted from one. */
  public int number() {
    return ordinal() + 1;
  }

  /** Whether a member of the body is asked for in this step. */
  boolean has(String pointer) {
    return members.stream()
        .anyMatch(member -> pointer.equals(member) || pointer.startsWith(member + "/"));
  }

  Step next() {
    return values()[Math.min(ordinal() + 1, CONFIRM.ordinal())];
  }

  Step back() {
    return values()[Math.max(ordinal() - 1, 0)];
  }

  /** The faults of what this step asks for. */
  List<Fault> faults(List<Fault> all) {
    return all.stream().filter(fault -> has(fault.pointer())).toList();
  }

  /** The first step that something is wrong in; {@link #CONFIRM} if nothing is. */
  static Step first(List<Fault> faults) {
    for (Step step : values()) {
      if (!step.faults(faults).isEmpty()) {
        return step;
      }
    }
    return CONFIRM;
  }
}
