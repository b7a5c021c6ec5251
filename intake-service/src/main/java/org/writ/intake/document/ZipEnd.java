package org.writ.intake.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * The record that ends every ZIP archive (APPNOTE 4.3.16). Readers look for it from the end, so
 * that a file can begin as one thing and be a ZIP archive as well.
 */
final class ZipEnd {

  /** Record and the longest comment after it. */
  static final int MAX_BYTES = 22 + 0xFFFF;

  private static final int RECORD_BYTES = 22;
  private static final int SIGNATURE = 0x06054b50;
  private static final int ENTRIES_AT = 10;
  private static final int COMMENT_LENGTH_AT = 20;

  private ZipEnd() {}

  /**
   * Number of entries that the archive's directory says it has.
   *
   * @param tail the last bytes of the file, {@value #MAX_BYTES} if it has as many
   * @return empty if the file does not end as a ZIP archive
   */
  static OptionalInt entries(byte[] tail) {
    var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.length - RECORD_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) == SIGNATURE
          && Short.toUnsignedInt(bytes.getShort(at + COMMENT_LENGTH_AT))
              == tail.length - at - RECORD_BYTES) {
        return OptionalInt.of(Short.toUnsignedInt(bytes.getShort(at + ENTRIES_AT)));
      }
    }
    return OptionalInt.empty();
  }
}
