package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.review.casework.ProposedDecision.Verdict;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.StreamedJson;
import org.writ.web.problem.Text;

/**
 * Reads the body of a decision, its items one by one. What cannot be read is noted as a fault, and
 * reading goes on.
 */
public final class DecisionReader {

  /** The member that may be very long. */
  private static final String ITEMS = "items";

  /** As many as intake lets a request have. */
  private static final int MOST_ITEMS = 50_000;

  private static final int MOST_DATA_TYPES = 100;
  private static final int MOST_OVERRIDES = 100;
  private static final Text WORD = Text.line(100);

  /** A reviewer's reasons, in characters: a few pages. */
  private static final Text PROSE = Text.lines(10_000);

  private final Faults faults = new Faults();
  private final OneOfEach same = new OneOfEach();
  private final List<ProposedDecision.Item> items = new ArrayList<>();
  private int count;

  /**
   * Reads a body.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not JSON, 413 if it is too
   *     long
   */
  public static ProposedDecision read(
      ObjectMapper json, InputStream body, StreamedJson.Bounds bounds) {
    var reader = new DecisionReader();
    return reader.read(StreamedJson.read(json, body, bounds, ITEMS, reader::accept));
  }

  /** Reads the next element of the array; what is more than is accepted is only counted. */
  private void accept(JsonNode element) {
    int index = count++;
    if (index >= MOST_ITEMS) {
      return;
    }
    String pointer = ProposedDecision.pointer(index);
    Members members = Members.of(element, pointer, faults);
    if (members != null) {
      items.add(item(members, index, pointer));
    }
  }

  /**
   * The decision, once its last item is read.
   *
   * @param body the body; in place of the array of items it may have an empty one
   */
  private ProposedDecision read(JsonNode body) {
    var found = new Faults();
    Members members = Members.of(body, "", found);
    if (members == null) {
      return new ProposedDecision(List.of(), null, List.of(), found.all());
    }
    if (members.isArray(ITEMS, MOST_ITEMS)) {
      if (count == 0 || count > MOST_ITEMS) {
        members.fault(ITEMS, "must be an array of 1 to %d elements".formatted(MOST_ITEMS));
      }
      found.addAll(faults);
    }
    String note = members.optionalText("note", PROSE);
    List<ProposedDecision.Override> overrides =
        overrides(members.optionalArray("overrides", MOST_OVERRIDES), found);
    members.refuseOthers();
    return new ProposedDecision(
        count > MOST_ITEMS ? List.of() : List.copyOf(items), note, overrides, found.all());
  }

  private static List<ProposedDecision.Override> overrides(@Nullable JsonNode array, Faults found) {
    var overrides = new ArrayList<ProposedDecision.Override>();
    for (int i = 0; array != null && i < array.size(); i++) {
      Members members = Members.of(array.get(i), "/overrides/" + i, found);
      if (members != null) {
        overrides.add(
            new ProposedDecision.Override(
                i, members.text("rule", WORD), members.text("reason", PROSE)));
        members.refuseOthers();
      }
    }
    return List.copyOf(overrides);
  }

  private ProposedDecision.Item item(Members members, int index, String pointer) {
    var item =
        new ProposedDecision.Item(
            index,
            members.text("itemId", WORD),
            members.choice("outcome", Verdict.class),
            words(members.optionalArray("dataTypes", MOST_DATA_TYPES), pointer),
            members.optionalTime("from"),
            members.optionalTime("to"),
            same.optionalText(members.optionalText("ground", WORD)),
            members.optionalText("explanation", PROSE));
    members.refuseOthers();
    return item;
  }

  private List<String> words(@Nullable JsonNode array, String pointer) {
    List<String> words = new ArrayList<String>();
    for (int i = 0; array != null && i < array.size(); i++) {
      if (array.get(i).isTextual()) {
        words.add(same.text(array.get(i).textValue()));
      } else {
        faults.add(pointer + "/dataTypes/" + i, "must be a string");
      }
    }
    return same.words(words);
  }
}
