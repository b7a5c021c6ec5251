package org.writ.review.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.writ.review.casework.CaseView;

/**
 * The form of a decision as it was sent. It has a place for the items that its page shows; of all
 * others only what differs from the start travels along, so that a case of very many items makes no
 * form of very many fields.
 *
 * @param fields what was typed
 * @param refuseAll ground on which every item is refused that was not looked at singly; empty: none
 */
record DecisionForm(Map<String, List<String>> fields, String refuseAll) {

  private static final String OUTCOME = "o.";
  private static final String OVERRIDE = "r.";
  private static final String EXPLANATION = "e.";
  private static final String APPROVE = "APPROVE";
  private static final String REFUSE = "REFUSE";
  private static final Set<String> PARTS = Set.of(OUTCOME, "t.", "f.", "u.", "g.", EXPLANATION);

  /** A field that another page of the form shows. */
  record Hidden(String name, String value) {}

  /**
   * The override of a rule's blocking findings.
   *
   * @param reason as it was typed, not empty
   */
  record Override(String rule, String reason) {}

  /** Nothing is typed yet. */
  static DecisionForm blank() {
    return new DecisionForm(Map.of(), "");
  }

  static DecisionForm read(Map<String, List<String>> sent) {
    var fields = new LinkedHashMap<String, List<String>>();
    sent.forEach(
        (name, values) -> {
          if (travels(name) || name.equals("note")) {
            fields.put(name, List.copyOf(values));
          }
        });
    return new DecisionForm(Map.copyOf(fields), first(sent, "refuseAll"));
  }

  private static boolean travels(String name) {
    return name.length() > 2 && (PARTS.contains(name.substring(0, 2)) || name.startsWith(OVERRIDE));
  }

  /** The first value of a field; empty if it was not sent. */
  static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }

  /** What was noted about the whole case. */
  public String note() {
    return first(fields, "note").replace("\r\n", "\n");
  }

  /** Why a rule's blocking findings are overridden; empty if they are not. */
  String reason(String rule) {
    return first(fields, OVERRIDE + rule).replace("\r\n", "\n");
  }

  /** What is overridden, by rule. */
  public List<Override> overrides() {
    return fields.keySet().stream()
        .filter(name -> name.startsWith(OVERRIDE))
        .map(name -> name.substring(OVERRIDE.length()))
        .filter(rule -> !reason(rule).isBlank())
        .sorted()
        .map(rule -> new Override(rule, reason(rule)))
        .toList();
  }

  /** What was typed in somebody's own words: about items, about rules, about the whole case. */
  List<String> texts() {
    Stream<String> parts =
        fields.keySet().stream()
            .filter(name -> name.startsWith(EXPLANATION) || name.startsWith(OVERRIDE))
            .sorted()
            .map(name -> first(fields, name).replace("\r\n", "\n"));
    return Stream.concat(parts, Stream.of(note())).filter(text -> !text.isBlank()).toList();
  }

  /** The same with every item refused, whatever was typed about it. */
  DecisionForm refusingAll(String ground) {
    return new DecisionForm(Map.of("note", List.of(note())), ground);
  }

  /** What is wanted about an item: what was typed, or else where the form starts from. */
  Choice choice(CaseView.Item item, Choice start) {
    String id = item.itemId();
    if (!fields.containsKey(OUTCOME + id)) {
      return refuseAll.isEmpty() ? start : start.refused(refuseAll);
    }
    return new Choice(
        first(fields, OUTCOME + id).equals(APPROVE),
        fields.getOrDefault("t." + id, List.of()),
        first(fields, "f." + id).strip(),
        first(fields, "u." + id).strip(),
        first(fields, "g." + id),
        first(fields, EXPLANATION + id).replace("\r\n", "\n"));
  }

  /**
   * Fields of the items and overrides that a page does not show.
   *
   * @param shown ids of the items and rules that it shows
   */
  List<Hidden> hidden(Set<String> shown) {
    var hidden = new ArrayList<Hidden>();
    fields.forEach(
        (name, values) -> {
          if (travels(name) && !shown.contains(name.substring(2))) {
            values.forEach(value -> hidden.add(new Hidden(name, value)));
          }
        });
    return List.copyOf(hidden);
  }

  /**
   * The same without what was left as the form started, of the items of a page.
   *
   * @param items of the page
   * @param starts where the form starts from, in the same order
   */
  DecisionForm withoutUnchanged(List<CaseView.Item> items, List<Choice> starts) {
    var changed = new HashMap<>(fields);
    for (int i = 0; i < items.size(); i++) {
      Choice start = refuseAll.isEmpty() ? starts.get(i) : starts.get(i).refused(refuseAll);
      if (choice(items.get(i), starts.get(i)).equals(start)) {
        String id = items.get(i).itemId();
        PARTS.forEach(part -> changed.remove(part + id));
      }
    }
    return new DecisionForm(Map.copyOf(changed), refuseAll);
  }

  /** The body of the decision, as the API takes it. */
  ObjectNode body(List<CaseView.Item> items, List<Choice> starts, Allowed allowed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode array = body.putArray("items");
    for (int i = 0; i < items.size(); i++) {
      CaseView.Item item = items.get(i);
      Choice choice = choice(item, starts.get(i));
      ObjectNode node = array.addObject().put("itemId", item.itemId());
      node.put("outcome", choice.approve() ? APPROVE : REFUSE);
      if (choice.approve()) {
        ArrayNode types = node.putArray("dataTypes");
        choice.dataTypes().forEach(types::add);
        put(node, "from", Optional.ofNullable(choice.fromTime(item, allowed)));
        put(node, "to", Optional.ofNullable(choice.toTime(item, allowed)));
      } else {
        put(node, "ground", Optional.of(choice.ground()).filter(text -> !text.isEmpty()));
      }
      put(node, "explanation", Optional.of(choice.explanation()).filter(text -> !text.isBlank()));
    }
    put(body, "note", Optional.of(note()).filter(text -> !text.isBlank()));
    if (!overrides().isEmpty()) {
      ArrayNode overrides = body.putArray("overrides");
      overrides()
          .forEach(
              one -> overrides.addObject().put("rule", one.rule()).put("reason", one.reason()));
    }
    return body;
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(text -> node.put(name, text));
  }
}
