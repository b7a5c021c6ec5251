package org.writ.disclosure.collect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found for one approved item. */
public sealed interface Collected {

  /** The bounds that it was collected in. */
  Approval approval();

  /**
   * There is data.
   *
   * @param accountId the account, to count the accounts concerned; not for the package
   * @param records at least one; those of a type in the order of time
   */
  record Found(Approval approval, String accountId, List<Disclosed> records) implements Collected {

    /** Refuses to be empty. */
    public Found {
      if (records.isEmpty()) {
        throw new IllegalArgumentException("Expected at least one record");
      }
      records = List.copyOf(records);
    }

    /** The records by data type, types without any left out. */
    public Map<DataType, List<Disclosed>> byType() {
      var byType = new EnumMap<DataType, List<Disclosed>>(DataType.class);
      for (DataType type : approval.orderedDataTypes()) {
        List<Disclosed> ofType = records.stream().filter(it -> it.type() == type).toList();
        if (!ofType.isEmpty()) {
          byType.put(type, ofType);
        }
      }
      return byType;
    }

    /** Without the account and the records, which belong in no log line. */
    @Override
    public String toString() {
      return "Found[" + approval.itemId() + ", " + records.size() + " records]";
    }
  }

  /** There is none, and why. */
  record Nothing(Approval approval, Reason reason) implements Collected {}

  /** Why there is no data; the names are those of {@code ItemDisclosure.reason}. */
  enum Reason {
    /** Nobody had the identifier at any time of the approved period. */
    UNKNOWN_IDENTIFIER,
    /** The account is deleted: nothing about it is disclosed any more. */
    ACCOUNT_DELETED,
    /**
     * Several accounts had the identifier in the approved period: whose data is meant is unknown.
     */
    AMBIGUOUS_IDENTIFIER,
    /** The account is known, but nothing of what was approved is held for the period. */
    NOTHING_IN_PERIOD
  }
}
