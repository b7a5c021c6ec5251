package org.writ.transparency.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, Section 2.1: roots and proofs, computed from the hashes of complete
 * subtrees. Pure; the hashes come from {@link Nodes}.
 */
public final class MerkleTree {

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  /** Hashes of complete subtrees. */
  public interface Nodes {

    /**
     * The hash over the entries {@code [index * 2^level, (index + 1) * 2^level)}, all of which are
     * in the tree; level 0 is a leaf hash.
     *
     * @throws IllegalStateException if the hash is not at hand
     */
    Hash node(int level, long index);
  }

  private MerkleTree() {}

  /** SHA-256(0x00 ‖ entry). */
  public static Hash leafHash(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /** SHA-256(0x01 ‖ left ‖ right). */
  public static Hash nodeHash(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes());
    return new Hash(digest.digest(right.bytes()));
  }

  /** The root of the first {@code size} entries; of none it is the hash of nothing. */
  public static Hash root(Nodes nodes, long size) {
    return size == 0 ? new Hash(sha256().digest()) : range(nodes, 0, size);
  }

  /**
   * The audit path of an entry: the siblings from the leaf up (RFC 6962, Section 2.1.1).
   *
   * @throws IllegalArgumentException if the entry is not within the tree
   */
  public static List<Hash> inclusion(Nodes nodes, long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "Expected an index below the tree's size %d, found %d".formatted(size, index));
    }
    var path = new ArrayList<Hash>();
    inclusion(nodes, index, 0, size, path);
    return List.copyOf(path);
  }

  /**
   * The proof that the tree of {@code size} entries continues that of {@code earlier} ones (RFC
   * 6962, Section 2.1.2). Empty if the sizes are equal or the earlier tree is empty.
   *
   * @throws IllegalArgumentException if the earlier tree is the larger one
   */
  public static List<Hash> consistency(Nodes nodes, long earlier, long size) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException(
          "Expected an earlier size of at most %d, found %d".formatted(size, earlier));
    }
    var path = new ArrayList<Hash>();
    if (earlier > 0 && earlier < size) {
      consistency(nodes, earlier, 0, size, true, path);
    }
    return List.copyOf(path);
  }

  private static void inclusion(Nodes nodes, long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      inclusion(nodes, index, from, middle, path);
      path.add(range(nodes, middle, to));
    } else {
      inclusion(nodes, index, middle, to, path);
      path.add(range(nodes, from, middle));
    }
  }

  /** {@code known}: the verifier has the hash over the range already, as it is the earlier root. */
  private static void consistency(
      Nodes nodes, long earlier, long from, long to, boolean known, List<Hash> path) {
    if (earlier == to) {
      if (!known) {
        path.add(range(nodes, from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (earlier <= middle) {
      consistency(nodes, earlier, from, middle, known, path);
      path.add(range(nodes, middle, to));
    } else {
      consistency(nodes, earlier, middle, to, false, path);
      path.add(range(nodes, from, middle));
    }
  }

  private static Hash range(Nodes nodes, long from, long to) {
    long length = to - from;
    if (Long.bitCount(length) == 1) {
      return nodes.node(Long.numberOfTrailingZeros(length), from / length);
    }
    long middle = from + split(length);
    return nodeHash(range(nodes, from, middle), range(nodes, middle, to));
  }

  /** The largest power of two below the length. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
