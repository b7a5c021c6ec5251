package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.intake.request.Submission.DataType;
import org.writ.intake.request.Submission.Item;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/** Reads the items of a submission, one by one. Pure; not thread-safe. */
final class ItemsReader {

  /** Longer than any identifier; which type it has says the rest. */
  private static final Text VALUE = Text.line(100);

  /** Before any account. */
  private static final Instant FIRST = Instant.EPOCH;

  /** Until the end of today, wherever the agency is; data of the future is not disclosed. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final String POINTER = "/items";

  private final SubmissionReader.Context context;
  private final Faults faults = new Faults();
  private final List<Item> items = new ArrayList<>();
  private final Map<Object, Integer> seen = new HashMap<>();
  private int count;

  ItemsReader(SubmissionReader.Context context) {
    this.context = context;
  }

  /** Reads the next element; what is more than is accepted is only counted. */
  void accept(JsonNode element) {
    int index = count++;
    if (index >= context.maxItems()) {
      return;
    }
    String pointer = POINTER + "/" + index;
    Item item = item(Members.of(element, pointer, faults));
    if (item != null) {
      items.add(item);
      refuseRepetition(item, pointer, index);
    }
  }

  /**
   * All items, once the last one is read; null after noting what is wrong.
   *
   * @param found receives what is wrong
   */
  @Nullable List<Item> items(Faults found) {
    if (count == 0 || count > context.maxItems()) {
      found.add(POINTER, "must be an array of 1 to %d elements".formatted(context.maxItems()));
      return null;
    }
    found.addAll(faults);
    return items.size() == count ? List.copyOf(items) : null;
  }

  private @Nullable Item item(@Nullable Members item) {
    if (item == null) {
      return null;
    }
    var identifier = identifier(item.object("identifier"));
    var dataTypes = dataTypes(item);
    var from = item.optionalTime("from");
    if (from != null && from.isBefore(FIRST)) {
      item.fault("from", "must not be before " + FIRST);
    }
    if (from != null && from.isAfter(context.now())) {
      item.fault("from", "must not be in the future");
    }
    var to = item.optionalTime("to");
    if (to != null && to.isAfter(context.now().plus(AHEAD))) {
      item.fault("to", "must not be in the future");
    }
    if (to != null && !to.isAfter(from == null ? FIRST : from)) {
      item.fault("to", "must be after from");
    }
    item.refuseOthers();
    return identifier == null || dataTypes == null
        ? null
        : new Item(identifier, dataTypes, from, to);
  }

  private static @Nullable Identifier identifier(@Nullable Members members) {
    if (members == null) {
      return null;
    }
    var type = members.choice("type", Identifier.Type.class);
    var value = members.text("value", VALUE);
    members.refuseOthers();
    if (type == null || value == null) {
      return null;
    }
    var identifier = new Identifier(type, value);
    if (!identifier.fitsItsType()) {
      members.fault("value", type.expectation());
      return null;
    }
    return identifier;
  }

  private @Nullable List<DataType> dataTypes(Members item) {
    var array = item.array("dataTypes", DataType.values().length);
    if (array == null) {
      return null;
    }
    var types = new LinkedHashSet<DataType>();
    for (int index = 0; index < array.size(); index++) {
      String pointer = item.pointer("dataTypes") + "/" + index;
      JsonNode value = array.get(index);
      var type = Members.choice(value, pointer, DataType.class, faults);
      if (type != null && !types.add(type)) {
        faults.add(pointer, "must not be named twice");
      }
    }
    return types.size() == array.size() ? List.copyOf(types) : null;
  }

  /** The same account in the same period is one item, whatever is asked about it. */
  private void refuseRepetition(Item item, String pointer, int index) {
    record Question(
        Identifier.Type type, String value, @Nullable Instant from, @Nullable Instant to) {}
    var identifier = item.identifier();
    var question =
        new Question(identifier.type(), identifier.canonicalValue(), item.from(), item.to());
    Integer first = seen.putIfAbsent(question, index);
    if (first != null) {
      faults.add(pointer, "must not repeat item %d".formatted(first));
    }
  }
}
