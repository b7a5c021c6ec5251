package org.writ.disclosure.packaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.collect.Disclosed;
import org.writ.disclosure.packaging.Archive.WrittenFile;
import org.writ.disclosure.packaging.Json.ItemFiles;
import org.writ.disclosure.packaging.Json.RecordFiles;

/** Writes packages. Thread-safe. */
@ApplicationScoped
public class PackageWriter {

  private static final String README = "README.txt";

  private final PlatformSignature signature;
  private final Json json;

  /** Signs with the platform's key. */
  @Inject
  public PackageWriter(PlatformSignature signature, ObjectMapper mapper) {
    this.signature = signature;
    this.json = new Json(mapper);
  }

  /**
   * Writes a package, encrypted as it goes: no plain byte of it is ever on a disk.
   *
   * @param items what was found, at least for one of them
   * @param out takes the encrypted bytes and stays open
   * @return SHA-256 (hex) of the signed manifest
   */
  public String write(Cover cover, List<Collected> items, Recipient recipient, OutputStream out)
      throws IOException {
    try (OutputStream encrypting = recipient.encrypt(out)) {
      return writePlain(cover, items, encrypting);
    }
  }

  /** The ZIP inside, which stays open; returns SHA-256 (hex) of its manifest. */
  String writePlain(Cover cover, List<Collected> items, OutputStream out) throws IOException {
    try (var archive = new Archive(out)) {
      WrittenFile readme = archive.add(README, PackageWriter::copyReadme);
      var files = new ArrayList<ItemFiles>(items.size());
      for (int i = 0; i < items.size(); i++) {
        files.add(new ItemFiles(items.get(i), addRecords(archive, i + 1, items.get(i))));
      }
      var manifest = new ByteArrayOutputStream();
      json.writeManifest(cover, readme, files, manifest);
      byte[] signed = manifest.toByteArray();
      archive.add("manifest.json", entry -> entry.write(signed));
      byte[] detached = signature.sign(signed, cover.collectedAt());
      archive.add("manifest.json.sig", entry -> entry.write(detached));
      return DigestUtils.sha256Hex(signed);
    }
  }

  private List<RecordFiles> addRecords(Archive archive, int number, Collected collected)
      throws IOException {
    var added = new ArrayList<RecordFiles>();
    if (collected instanceof Collected.Found found) {
      for (var entry : found.byType().entrySet()) {
        DataType type = entry.getKey();
        List<Disclosed> records = entry.getValue();
        String path = "records/" + number + "-" + type;
        String itemId = found.approval().itemId();
        added.add(
            new RecordFiles(
                type,
                records.size(),
                List.of(
                    archive.add(
                        path + ".json", out -> json.writeRecords(itemId, type, records, out)),
                    archive.add(path + ".csv", out -> Csv.write(type, records, out)))));
      }
    }
    return added;
  }

  private static void copyReadme(OutputStream out) throws IOException {
    try (InputStream text = PackageWriter.class.getResourceAsStream(README)) {
      if (text == null) {
        throw new IOException("The text for packages is missing: " + README);
      }
      text.transferTo(out);
    }
  }
}
