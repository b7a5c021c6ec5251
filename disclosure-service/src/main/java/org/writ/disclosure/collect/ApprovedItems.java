package org.writ.disclosure.collect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.writ.events.disclosure.ApprovedIdentifier;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;

/** What decisions approve, item by item, from review's event to the bounds of collecting. Pure. */
public final class ApprovedItems {

  /**
   * An order to keep data gives nobody a right to have it: disclosing it takes an order of its own.
   */
  private static final String PRESERVATION = "PRESERVATION_ORDER";

  private ApprovedItems() {}

  /** Whether a decision is about keeping data, so that nothing is disclosed upon it. */
  public static boolean preservesOnly(CaseDecided decision) {
    return decision.getProcess().equals(PRESERVATION);
  }

  /**
   * The items that a decision approves, in its order; none if it refuses all.
   *
   * @throws IllegalArgumentException if the outcome of an item is not known here, or an approved
   *     one has no period
   */
  public static List<ApprovedItem> of(CaseDecided decision) {
    return decision.getItems().stream()
        .filter(ApprovedItems::isApproved)
        .map(ApprovedItems::approvedItem)
        .toList();
  }

  /**
   * Whether a decision approves any item.
   *
   * @throws IllegalArgumentException if the outcome of an item is not known here
   */
  public static boolean any(CaseDecided decision) {
    return decision.getItems().stream().anyMatch(ApprovedItems::isApproved);
  }

  /**
   * The identifiers of approved items, and no other. What could not be collected later is refused
   * now, while somebody looks.
   *
   * @throws DataType.NotDisclosable if a data type is approved that is never disclosed
   * @throws IllegalArgumentException if an item has no identifier, or cannot be collected for
   *     another reason
   */
  public static List<ApprovedIdentifier> identifiers(
      List<ApprovedItem> items, DecisionDetails details) {
    Map<String, String> values =
        details.getIdentifiers().stream()
            .collect(Collectors.toMap(CaseIdentifier::getItemId, CaseIdentifier::getValue));
    return items.stream()
        .map(item -> new ApprovedIdentifier(item.getItemId(), checked(item, values)))
        .toList();
  }

  /** The bounds of what is collected for items, in their order. */
  public static List<Approval> approvals(
      List<ApprovedItem> items, List<ApprovedIdentifier> identifiers) {
    Map<String, String> values =
        identifiers.stream()
            .collect(Collectors.toMap(ApprovedIdentifier::getItemId, ApprovedIdentifier::getValue));
    return items.stream()
        .map(item -> Approval.of(item, values.getOrDefault(item.getItemId(), "")))
        .toList();
  }

  private static boolean isApproved(ItemDecision item) {
    return switch (item.getOutcome()) {
      case APPROVED -> true;
      case REFUSED -> false;
      case UNKNOWN ->
          throw new IllegalArgumentException(
              "Expected item %s to be approved or refused; a newer version of this service may know more"
                  .formatted(item.getItemId()));
    };
  }

  private static ApprovedItem approvedItem(ItemDecision item) {
    if (item.getFrom() == null || item.getTo() == null) {
      throw new IllegalArgumentException(
          "Expected an approved period for item " + item.getItemId());
    }
    return new ApprovedItem(
        item.getItemId(),
        item.getIdentifierType(),
        List.copyOf(item.getDataTypes()),
        item.getFrom(),
        item.getTo());
  }

  private static String checked(ApprovedItem item, Map<String, String> values) {
    String identifier = values.get(item.getItemId());
    if (identifier == null) {
      throw new IllegalArgumentException("Expected an identifier for item " + item.getItemId());
    }
    return Approval.of(item, identifier).identifier().value();
  }
}
