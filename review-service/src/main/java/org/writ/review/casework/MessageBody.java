package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Bodies that hold one text in somebody's own words. */
final class MessageBody {

  /** A few pages. */
  private static final Text PROSE = Text.lines(10_000);

  private MessageBody() {}

  /** Reads a body whose only member is the text; the reading names every fault. */
  static Reading<String> read(JsonNode body, String member) {
    var faults = new Faults();
    Members members = Members.of(body, "", faults);
    if (members == null) {
      return new Reading.Faulty<>(faults.all());
    }
    String text = members.text(member, PROSE);
    members.refuseOthers();
    return text != null && faults.none()
        ? new Reading.Sound<>(text)
        : new Reading.Faulty<>(faults.all());
  }
}
