package org.writ.intake.document;

import com.google.common.io.ByteStreams;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Looks into a signature container (a ZIP archive) before anybody opens it: it must not be made to
 * fill a disk or to write outside a folder. Read once from start to end, inflated into nothing.
 * What is in the container is not opened, archives in it neither.
 *
 * <p>Some readers go by the directory at the end, others by the headers before the entries. All see
 * the same here, and all of the file: the entries stand one behind the other from the first byte to
 * the directory, in its order, with the names, places, sizes and sums that it has.
 *
 * <pre>
 *   archive    = (header data descriptor?)* directory end
 *   header     = 50 4b 03 04 version(2) flags(2) method(2) time(4) crc(4) packed(4) size(4)
 *                name-length(2) extra-length(2) name extra
 *   descriptor = (50 4b 07 08)? crc(4) packed(4) size(4)
 * </pre>
 */
final class AsicContainer {

  /** Bytes of all entries together, at most. */
  static final long MAX_BYTES = 200L << 20;

  /** Bytes out for each byte in, at most: text is at 10 and rarely at 50, a bomb at 1,000. */
  static final int MAX_RATIO = 100;

  /** Below this nothing can be harmed, and ratios of small entries say nothing. */
  private static final long HARMLESS_BYTES = 1L << 20;

  private static final int BUFFER_BYTES = 1 << 13;

  private static final int HEADER = 0x04034b50;
  private static final int HEADER_BYTES = 30;
  private static final int FLAGS_AT = 6;
  private static final int METHOD_AT = 8;
  private static final int CRC_AT = 14;
  private static final int NAME_LENGTH_AT = 26;
  private static final int EXTRA_LENGTH_AT = 28;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 1 << 3;

  private static final int DESCRIPTOR = 0x08074b50;
  private static final int SUMS_BYTES = 12;

  private final InputStream bytes;
  private long at;
  private long inflated;

  private AsicContainer(InputStream bytes) {
    this.bytes = bytes;
  }

  /**
   * Looks into a container.
   *
   * @param end of the archive
   * @throws UnsafeDocument if it is too large inside, names something outside, or is no sound ZIP
   *     archive
   * @throws IOException if the bytes cannot be read
   */
  static void check(ZipEnd end, Inspection.Content content) throws UnsafeDocument, IOException {
    List<ZipArchiveEntry> directory = ZipDirectory.read(end, content);
    try (InputStream bytes = content.open()) {
      new AsicContainer(bytes).check(directory, end.directoryAt());
    } catch (ZipException | EOFException unsound) {
      throw unsound();
    }
  }

  private void check(List<ZipArchiveEntry> directory, long directoryAt)
      throws UnsafeDocument, IOException {
    for (int i = 0; i < directory.size(); i++) {
      boolean isLast = i + 1 == directory.size();
      check(directory.get(i), isLast ? directoryAt : directory.get(i + 1).getLocalHeaderOffset());
    }
    if (at != directoryAt) {
      throw ZipDirectory.differs();
    }
  }

  private void check(ZipArchiveEntry listed, long end) throws UnsafeDocument, IOException {
    if (listed.getLocalHeaderOffset() != at) {
      throw ZipDirectory.differs();
    }
    ByteBuffer header = next(HEADER_BYTES);
    byte[] name = next(Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT))).array();
    byte[] extra = next(Short.toUnsignedInt(header.getShort(EXTRA_LENGTH_AT))).array();
    boolean described = (header.getShort(FLAGS_AT) & DESCRIBED) != 0;
    if (header.getInt(0) != HEADER
        || !Arrays.equals(name, listed.getRawName())
        || header.getShort(METHOD_AT) != listed.getMethod()
        || (header.getShort(FLAGS_AT) & ENCRYPTED) != 0
        || !(areSums(listed, header, CRC_AT) || (described && areZero(header, CRC_AT)))) {
      throw ZipDirectory.differs();
    }
    ZipDirectory.requireNoOtherName(name, extra);
    if (described && listed.getMethod() == ZipEntry.STORED) {
      // Whoever reads from the start cannot tell where it ends.
      throw unsound();
    }
    checkData(listed, end);
    checkDescriptor(listed, described, Math.toIntExact(end - at));
  }

  private void checkData(ZipArchiveEntry listed, long end) throws UnsafeDocument, IOException {
    long packed = listed.getCompressedSize();
    if (at + packed > end) {
      throw ZipDirectory.differs();
    }
    at += packed;
    InputStream data = ByteStreams.limit(bytes, packed);
    var sum = new CRC32();
    long size;
    long used;
    if (listed.getMethod() == ZipEntry.STORED) {
      size = inflate(data, sum);
      used = size;
    } else {
      var inflater = new Inflater(true);
      try {
        size = inflate(new InflaterInputStream(data, inflater), sum);
        used = inflater.getBytesRead();
      } finally {
        inflater.end();
      }
    }
    if (used != packed || size != listed.getSize() || sum.getValue() != listed.getCrc()) {
      throw unsound();
    }
  }

  /** Reads an entry's data to its end; its packed bytes are in {@link #at} already. */
  private long inflate(InputStream data, CRC32 sum) throws UnsafeDocument, IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
      sum.update(buffer, 0, read);
      size += read;
      inflated += read;
      if (inflated > MAX_BYTES || (inflated > HARMLESS_BYTES && inflated / MAX_RATIO > at)) {
        throw new UnsafeDocument(
            "The container inflates to more than %d times its size or %d bytes."
                .formatted(MAX_RATIO, MAX_BYTES));
      }
    }
    return size;
  }

  private void checkDescriptor(ZipArchiveEntry listed, boolean described, int length)
      throws UnsafeDocument, IOException {
    boolean isSigned = length == Integer.BYTES + SUMS_BYTES;
    if (described ? !isSigned && length != SUMS_BYTES : length != 0) {
      throw ZipDirectory.differs();
    }
    ByteBuffer descriptor = next(length);
    if ((isSigned && descriptor.getInt(0) != DESCRIPTOR)
        || (described && !areSums(listed, descriptor, length - SUMS_BYTES))) {
      throw ZipDirectory.differs();
    }
  }

  /** The bytes that come next. */
  private ByteBuffer next(int length) throws IOException {
    byte[] read = bytes.readNBytes(length);
    if (read.length < length) {
      throw new EOFException();
    }
    at += length;
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean areSums(ZipArchiveEntry listed, ByteBuffer found, int place) {
    return Integer.toUnsignedLong(found.getInt(place)) == listed.getCrc()
        && Integer.toUnsignedLong(found.getInt(place + Integer.BYTES)) == listed.getCompressedSize()
        && Integer.toUnsignedLong(found.getInt(place + 2 * Integer.BYTES)) == listed.getSize();
  }

  private static boolean areZero(ByteBuffer found, int place) {
    return found.getInt(place) == 0
        && found.getInt(place + Integer.BYTES) == 0
        && found.getInt(place + 2 * Integer.BYTES) == 0;
  }

  private static UnsafeDocument unsound() {
    return new UnsafeDocument("The container is no sound ZIP archive.");
  }
}
