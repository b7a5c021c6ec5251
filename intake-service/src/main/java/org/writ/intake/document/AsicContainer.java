package org.writ.intake.document;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into a signature container (a ZIP archive) before anybody opens it: it must not be made to
 * fill a disk or to write outside a folder. Read once from start to end, inflated into nothing.
 * What is in the container is not opened, archives in it neither.
 */
final class AsicContainer {

  /** Entries at most; a signed order with its enclosures has some ten. */
  static final int MAX_ENTRIES = 1_000;

  /** Bytes of all entries together, at most. */
  static final long MAX_BYTES = 200L << 20;

  /** Bytes out for each byte in, at most: text is at 10 and rarely at 50, a bomb at 1,000. */
  static final int MAX_RATIO = 100;

  /** Below this nothing can be harmed, and ratios of small entries say nothing. */
  private static final long HARMLESS_BYTES = 1L << 20;

  private static final int BUFFER_BYTES = 1 << 13;

  /** A place outside, a drive, a separator of another system, or something invisible. */
  private static final Pattern BAD_NAME =
      Pattern.compile("^/|^[A-Za-z]:|\\\\|\\p{Cntrl}|(^|/)\\.\\.(/|$)|^$");

  private final Set<String> names = new HashSet<>();
  private long inflated;

  private AsicContainer() {}

  /**
   * Looks into a container.
   *
   * @param bytes all of it
   * @return number of its entries
   * @throws UnsafeDocument if it is too large inside, names something outside, or is no sound ZIP
   *     archive
   * @throws IOException if the bytes cannot be read
   */
  static int check(InputStream bytes) throws UnsafeDocument, IOException {
    return new AsicContainer().read(new Counted(bytes));
  }

  private int read(Counted bytes) throws UnsafeDocument, IOException {
    try (var archive = new ZipInputStream(bytes)) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        checkName(entry.getName());
        inflate(archive, bytes);
      }
    } catch (ZipException | EOFException | IllegalArgumentException unsound) {
      // The last is what the JDK says of a name that is not in its character set.
      throw new UnsafeDocument("The container is no sound ZIP archive.");
    }
    return names.size();
  }

  private void checkName(String name) throws UnsafeDocument {
    if (BAD_NAME.matcher(name).find()) {
      throw new UnsafeDocument("The container has an entry whose name leads outside.");
    }
    if (!names.add(name)) {
      throw new UnsafeDocument("The container has two entries of one name.");
    }
    if (names.size() > MAX_ENTRIES) {
      throw new UnsafeDocument("The container has more than %d entries.".formatted(MAX_ENTRIES));
    }
  }

  private void inflate(ZipInputStream archive, Counted bytes) throws UnsafeDocument, IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
      inflated += read;
      if (inflated > MAX_BYTES
          || (inflated > HARMLESS_BYTES && inflated / MAX_RATIO > bytes.count)) {
        throw new UnsafeDocument(
            "The container inflates to more than %d times its size or %d bytes."
                .formatted(MAX_RATIO, MAX_BYTES));
      }
    }
  }

  /** How many compressed bytes were read so far. */
  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        count++;
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        count += read;
      }
      return read;
    }
  }
}
