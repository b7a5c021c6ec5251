package org.writ.transparency.ledger;

import java.util.List;

/**
 * What the tree looked like at one size (C2SP tlog-checkpoint): three lines, the body of a signed
 * note.
 *
 * @param origin which log it is
 * @param treeSize number of leaves
 * @param rootHash root of the tree of that size
 */
public record Checkpoint(String origin, long treeSize, Hash rootHash) {

  /**
   * Reads a note's text; lines after the third are extensions and of no concern here.
   *
   * @throws IllegalArgumentException if it is no checkpoint
   */
  public static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 3
        || lines.getFirst().isEmpty()
        || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("Expected the lines origin, tree size and root hash");
    }
    return new Checkpoint(
        lines.getFirst(), Long.parseLong(lines.get(1)), Hash.fromBase64(lines.get(2)));
  }

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + treeSize + "\n" + rootHash.base64() + "\n";
  }
}
