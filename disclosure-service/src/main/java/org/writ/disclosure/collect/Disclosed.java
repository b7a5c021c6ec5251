package org.writ.disclosure.collect;

import java.util.List;

/**
 * A record that a decision covers; only a {@link Scope} makes one. Holds the fields of its data
 * type and nothing that would tell more.
 */
public final class Disclosed {

  private final DataType type;
  private final List<Object> values;

  Disclosed(DataType type, Object... values) {
    if (values.length != type.fields().size()) {
      throw new IllegalArgumentException("Expected a value per field of " + type);
    }
    this.type = type;
    this.values = List.of(values);
  }

  /** What kind of data it is. */
  public DataType type() {
    return type;
  }

  /** One value per {@link DataType#fields()}: a String, an Integer or an Instant. */
  public List<Object> values() {
    return values;
  }

  /** Without the values, which belong in no log line. */
  @Override
  public String toString() {
    return "Disclosed[" + type + "]";
  }
}
