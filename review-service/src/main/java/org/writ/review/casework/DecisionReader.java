package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.ProposedDecision.Verdict;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/** Reads the body of a decision. What cannot be read is noted as a fault, and reading goes on. */
final class DecisionReader {

  /** As many as intake lets a request have. */
  private static final int MOST_ITEMS = 50_000;

  private static final int MOST_DATA_TYPES = 100;
  private static final Text WORD = Text.line(100);

  /** A reviewer's reasons, in characters: a few pages. */
  private static final Text PROSE = Text.lines(10_000);

  private DecisionReader() {}

  static ProposedDecision read(JsonNode body) {
    var faults = new Faults();
    Members members = Members.of(body, "", faults);
    if (members == null) {
      return new ProposedDecision(List.of(), null, faults.all());
    }
    List<ProposedDecision.Item> items = items(members.array("items", MOST_ITEMS), faults);
    String note = members.optionalText("note", PROSE);
    members.refuseOthers();
    return new ProposedDecision(items, note, faults.all());
  }

  private static List<ProposedDecision.Item> items(@Nullable JsonNode array, Faults faults) {
    var items = new ArrayList<ProposedDecision.Item>();
    for (int i = 0; array != null && i < array.size(); i++) {
      String pointer = "/items/" + i;
      Members members = Members.of(array.get(i), pointer, faults);
      if (members != null) {
        items.add(item(members, pointer, faults));
      }
    }
    return List.copyOf(items);
  }

  private static ProposedDecision.Item item(Members members, String pointer, Faults faults) {
    var item =
        new ProposedDecision.Item(
            pointer,
            members.text("itemId", WORD),
            members.choice("outcome", Verdict.class),
            words(members.optionalArray("dataTypes", MOST_DATA_TYPES), pointer, faults),
            members.optionalTime("from"),
            members.optionalTime("to"),
            members.optionalText("ground", WORD),
            members.optionalText("explanation", PROSE));
    members.refuseOthers();
    return item;
  }

  private static List<String> words(@Nullable JsonNode array, String pointer, Faults faults) {
    var words = new ArrayList<String>();
    for (int i = 0; array != null && i < array.size(); i++) {
      if (array.get(i).isTextual()) {
        words.add(array.get(i).textValue());
      } else {
        faults.add(pointer + "/dataTypes/" + i, "must be a string");
      }
    }
    return List.copyOf(words);
  }
}
