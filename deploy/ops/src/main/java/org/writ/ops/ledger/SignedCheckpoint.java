package org.writ.ops.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.writ.ops.OpsException;

/**
 * What a log's tree was at one time, signed (C2SP tlog-checkpoint in a signed note).
 *
 * @param origin which log
 * @param treeSize number of leaves
 * @param root the tree's root hash
 */
public record SignedCheckpoint(String origin, long treeSize, byte[] root) {

  private static final String SEPARATOR = "\n\n";
  private static final String DASH = "\u2014 ";

  /**
   * Reads a checkpoint that this key signed.
   *
   * @throws OpsException if it is none, or the key did not sign it
   */
  public static SignedCheckpoint open(String note, VerifierKey key) {
    String text = text(note);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean signed =
        note.substring(text.length() + 1)
            .lines()
            .filter(line -> line.startsWith(DASH))
            .anyMatch(line -> key.signed(bytes, line.substring(DASH.length())));
    if (!signed) {
      throw new OpsException("The checkpoint is not signed by " + key.name());
    }
    return parse(text);
  }

  /**
   * Reads a checkpoint whose signature is of no concern, because the caller trusts where it comes
   * from.
   *
   * @throws OpsException if it is none
   */
  public static SignedCheckpoint trusted(String note) {
    return parse(text(note));
  }

  /** The part of a note that is signed: up to and without the empty line. */
  private static String text(String note) {
    int end = note.lastIndexOf(SEPARATOR);
    if (end < 0) {
      throw new OpsException("Expected a signed note, found: " + note);
    }
    return note.substring(0, end + 1);
  }

  private static SignedCheckpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3) {
      throw new OpsException("Expected origin, size and root in the checkpoint, found: " + text);
    }
    return new SignedCheckpoint(lines.get(0), size(lines.get(1)), Hashes.base64(lines.get(2)));
  }

  private static long size(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new OpsException("Expected the number of leaves in the checkpoint, found: " + text, e);
    }
  }
}
