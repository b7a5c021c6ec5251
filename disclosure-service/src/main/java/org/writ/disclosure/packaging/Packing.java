package org.writ.disclosure.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.collect.Disclosed;
import org.writ.disclosure.packaging.Archive.WrittenFile;
import org.writ.disclosure.packaging.Json.ItemFiles;
import org.writ.disclosure.packaging.Json.RecordFiles;

/**
 * A package that is being written, item by item: what was found for an item is written when it is
 * added, and only what the manifest says about it is kept. Without {@link #finish} what is written
 * is no package. Not thread-safe.
 */
public final class Packing implements AutoCloseable {

  private static final String README = "README.txt";

  private final PlatformSignature signature;
  private final Json json;
  private final OutputStream out;
  private final Archive archive;
  private final WrittenFile readme;
  private final List<ItemFiles> items = new ArrayList<>();

  Packing(PlatformSignature signature, Json json, OutputStream out) throws IOException {
    this.signature = signature;
    this.json = json;
    this.out = out;
    this.archive = new Archive(out);
    this.readme = archive.add(README, Packing::copyReadme);
  }

  /** Adds what was found for the next item. */
  public void add(Collected found) throws IOException {
    int number = items.size() + 1;
    items.add(
        switch (found) {
          case Collected.Found it -> new ItemFiles(it.approval(), null, addRecords(number, it));
          case Collected.Nothing it -> new ItemFiles(it.approval(), it.reason(), List.of());
        });
  }

  private List<RecordFiles> addRecords(int number, Collected.Found found) throws IOException {
    var added = new ArrayList<RecordFiles>();
    String itemId = found.approval().itemId();
    for (var entry : found.byType().entrySet()) {
      DataType type = entry.getKey();
      List<Disclosed> records = entry.getValue();
      String path = "records/" + number + "-" + type;
      added.add(
          new RecordFiles(
              type,
              records.size(),
              List.of(
                  archive.add(
                      path + ".json",
                      entryOut -> json.writeRecords(itemId, type, records, entryOut)),
                  archive.add(path + ".csv", entryOut -> Csv.write(type, records, entryOut)))));
    }
    return List.copyOf(added);
  }

  /**
   * Ends the package with its manifest and the signature over it.
   *
   * @return SHA-256 (hex) of the signed manifest
   */
  public String finish(Cover cover) throws IOException {
    // Written twice, the second time to be signed: it is too long to be kept.
    Archive.Content manifest = entry -> json.writeManifest(cover, readme, items, entry);
    WrittenFile written = archive.add("manifest.json", manifest);
    byte[] detached = signature.sign(manifest, cover.collectedAt());
    archive.add("manifest.json.sig", entry -> entry.write(detached));
    archive.close();
    return written.sha256();
  }

  /** Closes the stream that it writes to. */
  @Override
  public void close() throws IOException {
    out.close();
  }

  private static void copyReadme(OutputStream out) throws IOException {
    try (InputStream text = Packing.class.getResourceAsStream(README)) {
      if (text == null) {
        throw new IOException("The text for packages is missing: " + README);
      }
      text.transferTo(out);
    }
  }
}
