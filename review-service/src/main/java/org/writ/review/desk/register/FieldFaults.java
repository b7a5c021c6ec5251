package org.writ.review.desk.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.writ.look.Words;
import org.writ.review.desk.DecisionFaults;
import org.writ.web.problem.Fault;

/** What is wrong with what was typed, field by field. Pure. */
final class FieldFaults {

  private FieldFaults() {}

  /** The first fault of each field, in the reader's language. */
  static Map<String, String> of(Words words, List<Fault> faults) {
    var byField = new HashMap<String, String>();
    faults.forEach(
        fault ->
            byField.putIfAbsent(
                fault.pointer().substring(1), DecisionFaults.say(words, fault.detail())));
    return Map.copyOf(byField);
  }
}
