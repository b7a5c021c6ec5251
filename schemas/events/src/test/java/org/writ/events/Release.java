package org.writ.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Releases versions: writes the schema of a record that has changed as the next file beside its
 * earlier ones, and golden bytes of it. A file that is there is never written again.
 *
 * <p>Works on the source tree, not on the class path: what it writes is part of the next build.
 */
final class Release {

  /** The system property that asks for a release. */
  static final String PROPERTY = "writ.release";

  private final Path versions;
  private final Path golden;

  /**
   * Into these folders.
   *
   * @param versions parent of a folder of schemas per record
   * @param golden parent of a folder of golden bytes per record
   */
  Release(Path versions, Path golden) {
    this.versions = versions;
    this.golden = golden;
  }

  /** Into the module's own source tree. */
  static Release intoTree() {
    return new Release(
        Path.of("src", "main", "resources", "versions"),
        Path.of("src", "test", "resources", "golden"));
  }

  /**
   * Releases the current schema of a record, unless it is the newest version already. A changed
   * comment alone is no new version: the bytes and what they mean stay the same.
   *
   * @param sealed whether it is encrypted into an event rather than an event itself
   * @return the files written
   * @throws IllegalStateException if an earlier version and this one cannot read each other;
   *     nothing is written then
   */
  List<Path> release(Schema current, boolean sealed) throws IOException {
    List<Schema> released = released(current.getFullName());
    if (!released.isEmpty() && released.getLast().equals(current)) {
      return List.of();
    }
    var all = new ArrayList<>(released);
    all.add(current);
    List<String> faults = Compatibility.faults(all);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "Not released, because it could not be read for ever:\n" + String.join("\n", faults));
    }
    int version = all.size();
    Golden bytes = Golden.of(current, sealed);
    // The schema last: as long as it is missing, the version is not released.
    return List.of(
        write(golden, current, version, "hex", bytes.hex()),
        write(golden, current, version, "json", bytes.json()),
        write(versions, current, version, "avsc", current.toString(true) + "\n"));
  }

  /** The versions of a record in the tree, oldest first. */
  List<Schema> released(String fullName) throws IOException {
    var schemas = new ArrayList<Schema>();
    Path file = versions.resolve(fullName).resolve("1.avsc");
    while (Files.exists(file)) {
      schemas.add(new Schema.Parser().parse(file.toFile()));
      file = file.resolveSibling(schemas.size() + 1 + ".avsc");
    }
    return schemas;
  }

  private static Path write(Path parent, Schema schema, int version, String kind, String text)
      throws IOException {
    Path file = parent.resolve(schema.getFullName()).resolve(version + "." + kind);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }
}
