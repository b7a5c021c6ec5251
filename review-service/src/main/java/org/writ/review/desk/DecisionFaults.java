package org.writ.review.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.look.Words;
import org.writ.pages.Saying;
import org.writ.review.casework.CaseView;
import org.writ.web.problem.Fault;

/** Says what is wrong with what was typed; with a decision, at the items that it is about. Pure. */
public final class DecisionFaults {

  private static final Pattern ITEM = Pattern.compile("/items/([0-9]+)(?:/.*)?");

  private static final List<Saying> SAYINGS =
      List.of(
          Saying.of("is required|must not be blank", "fault.required"),
          Saying.of("must be one of [A-Z]+, .*DENIED.*", "fault.choose"),
          Saying.of("must name at least one to approve the item", "fault.types"),
          Saying.of("is earlier than what was asked: .*", "fault.early"),
          Saying.of("is later than what was asked: .*", "fault.late"),
          Saying.of("leaves no period: .*", "fault.noPeriod"),
          Saying.of("must be one of .*", "fault.ground"),
          Saying.of("may not be disclosed under policy .*|was not asked for", "fault.type"),
          Saying.of("stands against nothing that is approved", "fault.needless"),
          Saying.of("must be a time.*", "fault.day"),
          Saying.of("must be in the years 2000 to 2999", "fault.years"),
          Saying.of("must be later than from", "fault.noPeriod"),
          Saying.of("must be an id: .*", "fault.id"),
          Saying.of("must be a whole number from 1 to ([0-9]+)", "fault.number"),
          Saying.of("must have at most ([0-9]+) characters", "fault.long"),
          Saying.of("must not contain .*", "fault.control"),
          Saying.of("must be an opaque id: .*", "fault.person"),
          Saying.of("is the rule of no blocking finding .*", "fault.noFinding"));

  private DecisionFaults() {}

  /**
   * The sentences by item id; under the empty id what is about no item.
   *
   * @param items in the order of the body
   */
  static Map<String, List<String>> byItem(
      Words words, List<Fault> faults, List<CaseView.Item> items) {
    var byItem = new LinkedHashMap<String, List<String>>();
    for (Fault fault : faults) {
      byItem
          .computeIfAbsent(itemId(fault, items), id -> new java.util.ArrayList<>())
          .add(say(words, fault.detail()));
    }
    return byItem;
  }

  private static String itemId(Fault fault, List<CaseView.Item> items) {
    Matcher place = ITEM.matcher(fault.pointer());
    int index = place.matches() ? Integer.parseInt(place.group(1)) : items.size();
    return index < items.size() ? items.get(index).itemId() : "";
  }

  public static String say(Words words, String detail) {
    return SAYINGS.stream()
        .flatMap(saying -> saying.say(words, detail).stream())
        .findFirst()
        .orElseGet(() -> words.t("fault.other", detail));
  }
}
