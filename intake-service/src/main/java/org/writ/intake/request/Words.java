package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** The bodies of calls with which an agency says something about its request. Pure. */
final class Words {

  private static final Text RULE = Text.lines(10_000);

  private Words() {}

  /** Reads a body whose only member has to be there. */
  static Reading<String> read(JsonNode body, String member) {
    return Reading.of(body, members -> members.text(member, RULE));
  }

  /** Reads a body whose only member may be absent. */
  static Reading<Optional<String>> readOptional(JsonNode body, String member) {
    return Reading.of(body, members -> Optional.ofNullable(members.optionalText(member, RULE)));
  }

  /** Reads a body without members. */
  static Reading<Optional<String>> readNone(JsonNode body) {
    return Reading.of(body, members -> Optional.empty());
  }
}
