package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Bodies that hold one text in somebody's own words. */
public final class MessageBody {

  /** A few pages. */
  private static final Text PROSE = Text.lines(10_000);

  private MessageBody() {}

  /** Reads a body whose only member is the text; the reading names every fault. */
  public static Reading<String> read(JsonNode body, String member) {
    return Reading.of(body, members -> members.text(member, PROSE));
  }
}
