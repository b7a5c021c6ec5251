package org.writ.intake.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a part of a message. A fault against the schema makes the whole message
 * unreadable; every other one refuses the action that it is in. Not thread-safe.
 */
final class ShapeFaults {

  /** More would not help anybody, and a hostile message could have thousands. */
  private static final int TOLD = 5;

  private record Found(ErrorCode code, String pointer, String detail) {
    String sentence() {
      return (pointer.isEmpty() ? "The message" : pointer) + " " + detail;
    }
  }

  private final List<Found> found = new ArrayList<>();

  /** Notes a fault against the schema. */
  void invalid(String pointer, String detail) {
    note(ErrorCode.NOT_VALID, pointer, detail);
  }

  /** Notes any fault. */
  void note(ErrorCode code, String pointer, String detail) {
    if (found.size() < TOLD || code == ErrorCode.NOT_VALID) {
      found.add(new Found(code, pointer, detail));
    }
  }

  /** Takes over what was found elsewhere. */
  void addAll(ShapeFaults others) {
    others.found.forEach(fault -> note(fault.code, fault.pointer, fault.detail));
  }

  /** What is no fault against the schema. */
  ShapeFaults ofContent() {
    return only(false);
  }

  /** What is a fault against the schema. */
  ShapeFaults ofSchema() {
    return only(true);
  }

  private ShapeFaults only(boolean schema) {
    var part = new ShapeFaults();
    found.stream()
        .filter(fault -> (fault.code == ErrorCode.NOT_VALID) == schema)
        .forEach(part.found::add);
    return part;
  }

  /** Whether nothing is wrong. */
  boolean none() {
    return found.isEmpty();
  }

  /** What is wrong with the message as a whole; empty if it follows the schema. */
  Optional<Refusal> ofMessage() {
    return of(found.stream().filter(fault -> fault.code == ErrorCode.NOT_VALID).toList());
  }

  /** What is wrong, by the code of the first fault; empty if nothing is. */
  Optional<Refusal> ofAction() {
    return of(found);
  }

  private static Optional<Refusal> of(List<Found> faults) {
    return faults.stream()
        .findFirst()
        .map(
            first ->
                first.code.with(
                    faults.stream()
                        .filter(fault -> fault.code == first.code)
                        .limit(TOLD)
                        .map(Found::sentence)
                        .collect(Collectors.joining("; "))));
  }
}
