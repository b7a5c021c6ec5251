package org.writ.review.casework;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.ItemDecision;

/**
 * What a decision would come to.
 *
 * @param outcome of the whole case
 * @param secondPerson whether another person would have to confirm it
 * @param items in the order of the request
 */
public record ForeseenDecision(
    CaseOutcome outcome, boolean secondPerson, List<ItemDecision> items) {

  static ForeseenDecision of(SpecificRecord event) {
    return switch (event) {
      case CaseDecided decided ->
          new ForeseenDecision(decided.getOutcome(), false, decided.getItems());
      case DecisionProposed proposed ->
          new ForeseenDecision(proposed.getOutcome(), true, proposed.getItems());
      default ->
          throw new IllegalArgumentException(event.getSchema().getName() + " is no decision");
    };
  }
}
