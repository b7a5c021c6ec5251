package org.writ.transparency.ledger;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Consecutive entries of the log as outsiders fetch them (C2SP tlog-tiles): each with its length
 * before it, a big-endian 16 bit number, which is 32 here.
 */
final class EntryBundle {

  private EntryBundle() {}

  static byte[] of(List<Hash> entries) {
    ByteBuffer bundle = ByteBuffer.allocate(entries.size() * (Short.BYTES + Hash.LENGTH));
    for (Hash entry : entries) {
      bundle.putShort((short) Hash.LENGTH).put(entry.bytes());
    }
    return bundle.array();
  }
}
