package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * The body of a call with which an agency says something about its request. Pure.
 *
 * @param text what it says; null only where that may be absent
 */
record Words(@Nullable String text) {

  private static final Text RULE = Text.lines(10_000);

  /** Reads a body whose only member must be there. */
  static Reading<Words> read(JsonNode body, String member) {
    return read(body, member, true);
  }

  /** Reads a body whose only member may be absent. */
  static Reading<Words> readOptional(JsonNode body, String member) {
    return read(body, member, false);
  }

  /** Reads a body without members. */
  static Reading<Words> readNone(JsonNode body) {
    var faults = new Faults();
    var members = Members.of(body, "", faults);
    if (members != null) {
      members.refuseOthers();
    }
    return reading(null, faults);
  }

  private static Reading<Words> read(JsonNode body, String member, boolean required) {
    var faults = new Faults();
    var members = Members.of(body, "", faults);
    String text = null;
    if (members != null) {
      text = required ? members.text(member, RULE) : members.optionalText(member, RULE);
      members.refuseOthers();
    }
    return reading(text, faults);
  }

  private static Reading<Words> reading(@Nullable String text, Faults faults) {
    return faults.none()
        ? new Reading.Sound<>(new Words(text))
        : new Reading.Faulty<>(faults.all());
  }

  /** The text of a body that was read with {@link #read}. */
  String required() {
    String present = text;
    if (present == null) {
      throw new IllegalStateException("A body without its member is refused when it is read");
    }
    return present;
  }
}
