package org.writ.eventlog.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.header.Header;

/**
 * The canonical digest of an event, which the ledger proves:
 *
 * <pre>
 *   digest    = SHA-256( attribute{8} field(fingerprint) field(avro) )
 *   attribute = field(UTF-8 of ce_id | ce_source | ce_type | ce_subject | ce_time | ce_sequence | ce_causationid | ce_actor, in this
 *               order; an absent one as FF FF FF FF)
 *   field(b)  = length of b (4, big-endian) b
 *   fingerprint = SHA-256 of the writer schema's parsing canonical form (Avro specification, "Schema fingerprints")
 * </pre>
 *
 * @param bytes 32 bytes
 */
public record EventDigest(byte[] bytes) {

  private static final int ABSENT = -1;

  static EventDigest of(
      org.apache.kafka.common.header.Headers headers, byte[] fingerprint, ByteBuffer avro) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String name : Headers.DIGESTED) {
        Header header = headers.lastHeader(name);
        if (header == null) {
          sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, ABSENT));
        } else {
          field(sha256, ByteBuffer.wrap(header.value()));
        }
      }
      field(sha256, ByteBuffer.wrap(fingerprint));
      field(sha256, avro.duplicate());
      return new EventDigest(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** SHA-256 of a schema's parsing canonical form; takes long enough to be kept. */
  static byte[] fingerprint(Schema writer) {
    try {
      return SchemaNormalization.parsingFingerprint("SHA-256", writer);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void field(MessageDigest digest, ByteBuffer bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.remaining()));
    digest.update(bytes);
  }

  /** Lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventDigest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
