package org.writ.disclosure.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The files of a package, in the order in which they stand in it. */
public final class Unpacked {

  private Unpacked() {}

  /** Reads a ZIP. */
  public static Map<String, byte[]> files(byte[] zip) {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return files;
  }

  /** Reads a ZIP of text files. */
  public static Map<String, String> texts(byte[] zip) {
    var texts = new LinkedHashMap<String, String>();
    files(zip).forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /** Writes the files of a ZIP into a folder. */
  public static void into(Path folder, byte[] zip) throws IOException {
    for (var file : files(zip).entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }
}
