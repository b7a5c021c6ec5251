package org.writ.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.Nullable;

/**
 * Whether all versions of a record can stand beside each other in a log that is kept for ever: each
 * reads what each other wrote, and understands it in the same way.
 *
 * <p>Avro's own rules and the registry's compare types only: to them milliseconds that became
 * microseconds are the same number. So what the values mean is compared here as well.
 */
final class Compatibility {

  private Compatibility() {}

  /**
   * What keeps versions of a record from being compatible in both directions, pair by pair.
   *
   * @param versions oldest first
   * @return empty if every version reads every other
   */
  static List<String> faults(List<Schema> versions) {
    var faults = new ArrayList<String>();
    for (int older = 0; older < versions.size(); older++) {
      for (int newer = older + 1; newer < versions.size(); newer++) {
        Schema first = versions.get(older);
        Schema second = versions.get(newer);
        String pair =
            "%s, versions %d and %d: ".formatted(first.getFullName(), older + 1, newer + 1);
        unreadable(second, first).forEach(fault -> faults.add(pair + "the newer " + fault));
        unreadable(first, second).forEach(fault -> faults.add(pair + "the older " + fault));
        meanings(first, second, "").forEach(fault -> faults.add(pair + fault));
      }
    }
    return List.copyOf(faults);
  }

  private static List<String> unreadable(Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return result.getIncompatibilities().stream()
        .map(
            fault ->
                "cannot read the other at %s: %s (%s)"
                    .formatted(fault.getLocation(), fault.getMessage(), fault.getType()))
        .toList();
  }

  /** Fields of the same name whose numbers or bytes mean something else. */
  private static List<String> meanings(Schema first, Schema second, String at) {
    if (!Objects.equals(meaning(first), meaning(second))) {
      return List.of(
          "%s is %s in one and %s in the other".formatted(at, show(first), show(second)));
    }
    if (first.getType() != second.getType()) {
      return List.of();
    }
    return switch (first.getType()) {
      case RECORD ->
          first.getFields().stream()
              .filter(field -> second.getField(field.name()) != null)
              .flatMap(
                  field ->
                      meanings(
                          field.schema(),
                          second.getField(field.name()).schema(),
                          at + "/" + field.name())
                          .stream())
              .toList();
      case ARRAY -> meanings(first.getElementType(), second.getElementType(), at + "/[]");
      case MAP -> meanings(first.getValueType(), second.getValueType(), at + "/{}");
      case UNION -> branches(first, second, at);
      default -> List.of();
    };
  }

  private static List<String> branches(Schema first, Schema second, String at) {
    var faults = new ArrayList<String>();
    for (Schema branch : first.getTypes()) {
      Integer same = second.getIndexNamed(branch.getFullName());
      if (same == null) {
        faults.add("%s can be %s in one only".formatted(at, branch.getFullName()));
      } else {
        faults.addAll(meanings(branch, second.getTypes().get(same), at));
      }
    }
    return faults;
  }

  /** The logical type; text and bytes are told apart too, as Avro reads each as the other. */
  private static @Nullable String meaning(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return logical.getName();
    }
    return switch (schema.getType()) {
      case STRING, BYTES -> schema.getType().getName();
      default -> null;
    };
  }

  private static String show(Schema schema) {
    String meaning = meaning(schema);
    return meaning == null ? schema.getType().getName() : meaning;
  }
}
