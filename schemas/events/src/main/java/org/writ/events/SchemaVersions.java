package org.writ.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every released version of a record's schema, kept for ever as {@code versions/<full
 * name>/<n>.avsc} on the class path: what was written under any of them can still be read.
 */
public final class SchemaVersions {

  private SchemaVersions() {}

  /**
   * The versions of a record, oldest first.
   *
   * @param fullName the record's full name
   * @return empty if the record was never released
   */
  public static List<Schema> of(String fullName) {
    var versions = new ArrayList<Schema>();
    for (int version = 1; ; version++) {
      String resource = resource(fullName, version);
      try (InputStream file = SchemaVersions.class.getResourceAsStream(resource)) {
        if (file == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(file));
      } catch (IOException failure) {
        throw new UncheckedIOException("Cannot read " + resource, failure);
      }
    }
  }

  static String resource(String fullName, int version) {
    return "/versions/" + fullName + "/" + version + ".avsc";
  }
}
