package org.writ.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ExtraFieldUtils;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a ZIP archive (APPNOTE 4.3.12), which most readers go by: what it lists, if that
 * may be opened. That the archive has nothing else is for {@link AsicContainer} to see.
 */
final class ZipDirectory {

  /** Entries at most; a signed order with its enclosures has some ten. */
  static final int MAX_ENTRIES = 1_000;

  /** A thousand entries with long names and times have a tenth of it. */
  private static final long MAX_BYTES = 1L << 20;

  private static final int SIGNATURE = 0x02014b50;
  private static final int HEADER_BYTES = 46;

  /** Of a header's lengths: of the name, of what is extra, of the comment. */
  private static final int[] LENGTHS_AT = {28, 30, 32};

  /** A place outside, a drive, a separator of another system, or something invisible. */
  private static final Pattern BAD_NAME =
      Pattern.compile("^/|^[A-Za-z]:|\\\\|\\p{Cntrl}|(^|/)\\.\\.(/|$)|^$");

  private ZipDirectory() {}

  /**
   * Reads a directory.
   *
   * @param end of the archive
   * @return the entries, in the order in which it lists them
   * @throws UnsafeDocument if it is not sound, or an entry must not be opened
   * @throws IOException if the document cannot be read
   */
  static List<ZipArchiveEntry> read(ZipEnd end, Inspection.Content content)
      throws UnsafeDocument, IOException {
    if (end.entries() > MAX_ENTRIES) {
      throw new UnsafeDocument("The container has more than %d entries.".formatted(MAX_ENTRIES));
    }
    if (!end.sole() || !end.isBehindDirectory() || end.directoryBytes() > MAX_BYTES) {
      throw differs();
    }
    byte[] directory = bytes(end, content);
    requireHeadersOnly(directory, end);
    List<ZipArchiveEntry> entries = entries(directory, end);
    if (entries.size() != end.entries()) {
      throw differs();
    }
    var names = new HashSet<String>();
    for (ZipArchiveEntry entry : entries) {
      check(entry, names);
    }
    return entries;
  }

  /** What is said where the directory does not tell what the archive has. */
  static UnsafeDocument differs() {
    return new UnsafeDocument("The container's directory does not list what is in it.");
  }

  /** Directory and end, without a comment. */
  private static byte[] bytes(ZipEnd end, Inspection.Content content) throws IOException {
    try (InputStream bytes = content.open()) {
      bytes.skipNBytes(end.directoryAt());
      return bytes.readNBytes((int) end.directoryBytes() + ZipEnd.RECORD_BYTES);
    }
  }

  /** One header behind the other, and nothing between or behind them. */
  private static void requireHeadersOnly(byte[] directory, ZipEnd end) throws UnsafeDocument {
    var bytes = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int entry = 0; entry < end.entries(); entry++) {
      if (at + HEADER_BYTES > end.directoryBytes() || bytes.getInt(at) != SIGNATURE) {
        throw differs();
      }
      int header = at;
      at +=
          HEADER_BYTES
              + Arrays.stream(LENGTHS_AT)
                  .map(length -> Short.toUnsignedInt(bytes.getShort(header + length)))
                  .sum();
    }
    if (at != end.directoryBytes()) {
      throw differs();
    }
  }

  private static List<ZipArchiveEntry> entries(byte[] directory, ZipEnd end) throws UnsafeDocument {
    byte[] tail = directory.clone();
    // No comment follows.
    Arrays.fill(tail, tail.length - Short.BYTES, tail.length, (byte) 0);
    try (var archive =
        ZipFile.builder()
            .setSeekableByteChannel(new TailChannel(tail, end.directoryAt()))
            .setCharset(StandardCharsets.UTF_8)
            .setIgnoreLocalFileHeader(true)
            .get()) {
      return Collections.list(archive.getEntries());
    } catch (IOException | IllegalArgumentException unsound) {
      throw new UnsafeDocument("The container is no sound ZIP archive.");
    }
  }

  private static void check(ZipArchiveEntry entry, Set<String> names) throws UnsafeDocument {
    String name = name(entry);
    if (BAD_NAME.matcher(name).find()) {
      throw new UnsafeDocument("The container has an entry whose name leads outside.");
    }
    requireNoOtherName(entry.getRawName(), entry.getExtraField(UnicodePathExtraField.UPATH_ID));
    if (!names.add(name)) {
      throw new UnsafeDocument("The container has two entries of one name.");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()
        || (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED)) {
      // Encrypted, or packed in a way that nobody looks into.
      throw new UnsafeDocument("The container is no sound ZIP archive.");
    }
  }

  /** A name in Unicode may stand beside the other one (APPNOTE 4.6.9), and readers prefer it. */
  private static void requireNoOtherName(byte[] name, @Nullable ZipExtraField unicode)
      throws UnsafeDocument {
    boolean isSame =
        unicode == null
            || (unicode instanceof UnicodePathExtraField path
                && Arrays.equals(path.getUnicodeName(), name));
    if (!isSame) {
      throw differs();
    }
  }

  /**
   * The same for what is extra in the header before an entry.
   *
   * @throws ZipException if it cannot be understood
   */
  static void requireNoOtherName(byte[] name, byte[] extra) throws UnsafeDocument, ZipException {
    for (ZipExtraField field :
        ExtraFieldUtils.parse(extra, true, ExtraFieldUtils.UnparseableExtraField.READ)) {
      if (field.getHeaderId().equals(UnicodePathExtraField.UPATH_ID)) {
        requireNoOtherName(name, field);
      }
    }
  }

  private static String name(ZipArchiveEntry entry) throws UnsafeDocument {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(entry.getRawName()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new UnsafeDocument("The container is no sound ZIP archive.");
    }
  }
}
