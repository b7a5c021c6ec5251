package org.writ.intake.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The record that ends every ZIP archive (APPNOTE 4.3.16). Readers look for it from the end, so
 * that a file can begin as one thing and be a ZIP archive as well.
 *
 * @param at where the record begins in the file
 * @param entries how many the directory says it has
 * @param directoryBytes size of the directory
 * @param directoryAt where the record says that the directory begins
 * @param sole whether no reader can take something else for the end: nothing behind the record
 *     looks like one, and nothing before it like that of ZIP64
 */
record ZipEnd(long at, int entries, long directoryBytes, long directoryAt, boolean sole) {

  /** Size of the record without the comment after it. */
  static final int RECORD_BYTES = 22;

  /** Record and the longest comment after it, and before it ZIP64's locator. */
  static final int MAX_BYTES = 20 + RECORD_BYTES + 0xFFFF;

  private static final int SIGNATURE = 0x06054b50;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int ENTRIES_AT = 10;
  private static final int DIRECTORY_BYTES_AT = 12;
  private static final int DIRECTORY_AT = 16;
  private static final int COMMENT_LENGTH_AT = 20;

  /**
   * The end of an archive.
   *
   * @param tail the last bytes of the file, {@value #MAX_BYTES} if it has as many
   * @param size of the file in bytes
   * @return empty if the file does not end as a ZIP archive
   */
  static Optional<ZipEnd> find(byte[] tail, long size) {
    var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    boolean sole = true;
    for (int at = tail.length - RECORD_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) != SIGNATURE) {
        continue;
      }
      if (Short.toUnsignedInt(bytes.getShort(at + COMMENT_LENGTH_AT))
          == tail.length - at - RECORD_BYTES) {
        return Optional.of(
            new ZipEnd(
                size - tail.length + at,
                Short.toUnsignedInt(bytes.getShort(at + ENTRIES_AT)),
                Integer.toUnsignedLong(bytes.getInt(at + DIRECTORY_BYTES_AT)),
                Integer.toUnsignedLong(bytes.getInt(at + DIRECTORY_AT)),
                sole && !isLocated(bytes, at)));
      }
      sole = false;
    }
    return Optional.empty();
  }

  /** Whether the directory ends where the record begins, and begins where the record says. */
  boolean isBehindDirectory() {
    return directoryAt + directoryBytes == at;
  }

  private static boolean isLocated(ByteBuffer bytes, int at) {
    return at >= LOCATOR_BYTES && bytes.getInt(at - LOCATOR_BYTES) == LOCATOR_SIGNATURE;
  }
}
