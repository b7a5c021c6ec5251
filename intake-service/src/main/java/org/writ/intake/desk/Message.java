package org.writ.intake.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.writ.look.Words;
import org.writ.pages.FormBody;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/** What somebody types to the reviewers. Pure. */
final class Message {

  /** As the API has it. */
  private static final Text RULE = Text.lines(10_000);

  private Message() {}

  /** The text of a field, with the line breaks that the log has; empty if there is none. */
  static String typed(byte[] body, String field) {
    return FormBody.read(body).getOrDefault(field, List.of("")).getFirst().replace("\r\n", "\n");
  }

  /** What is wrong with a text, in the reader's language; empty if nothing is. */
  static Optional<String> fault(Words words, String text) {
    var faults = new Faults();
    var members = Members.of(JsonNodeFactory.instance.objectNode().put("text", text), "", faults);
    if (members != null) {
      members.text("text", RULE);
    }
    return faults.all().stream().findFirst().map(fault -> FaultWords.say(words, fault));
  }
}
