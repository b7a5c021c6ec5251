package org.writ.disclosure.collect;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Identifier;
import org.writ.disclosure.account.Period;
import org.writ.events.disclosure.ApprovedItem;

/**
 * What a decision approved for one item: the bounds of what may be collected.
 *
 * @param itemId the item of the request
 * @param identifier whom the order names
 * @param dataTypes what may be collected, never empty
 * @param period from when
 */
public record Approval(
    String itemId, Identifier identifier, Set<DataType> dataTypes, Period period) {

  /** Refuses an approval of nothing. */
  public Approval {
    if (dataTypes.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one data type for item " + itemId);
    }
    dataTypes = Set.copyOf(dataTypes);
  }

  /**
   * The approval that an event tells.
   *
   * @param identifier the value of the item's identifier
   * @throws DataType.NotDisclosable if it names a data type that is never disclosed
   * @throws IllegalArgumentException if it approves nothing, an empty period or an unknown kind of
   *     identifier
   */
  public static Approval of(ApprovedItem item, String identifier) {
    return new Approval(
        item.getItemId(),
        identifier(item.getIdentifierType(), identifier),
        dataTypes(item.getDataTypes()),
        new Period(item.getFrom(), item.getTo()));
  }

  private static Identifier identifier(String type, String value) {
    Identifier.Type known = Identifier.Type.valueOf(type);
    boolean handle = known == Identifier.Type.USERNAME && value.startsWith("@");
    return new Identifier(known, handle ? value.substring(1) : value);
  }

  private static Set<DataType> dataTypes(Collection<String> names) {
    var types = EnumSet.noneOf(DataType.class);
    names.forEach(name -> types.add(DataType.of(name)));
    return types;
  }

  /** The approved data types in their fixed order. */
  public List<DataType> orderedDataTypes() {
    return dataTypes.stream().sorted().toList();
  }

  /**
   * What may be collected about the one account that the identifier stood for.
   *
   * @throws OutsideDecision if the account had the identifier at no time of the approved period
   */
  Scope scope(Holder holder) {
    List<Period> windows =
        holder.held().stream().flatMap(held -> held.intersect(period).stream()).toList();
    if (windows.isEmpty()) {
      throw new OutsideDecision(itemId, "the account did not have the identifier in the period");
    }
    return new Scope(this, holder.accountId(), windows);
  }
}
