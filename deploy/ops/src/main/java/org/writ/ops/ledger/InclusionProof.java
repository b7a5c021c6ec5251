package org.writ.ops.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * That a leaf stands at an index of a tree (RFC 6962, section 2.1.1).
 *
 * @param leafIndex from 0
 * @param treeSize number of leaves
 * @param siblings the hashes beside the way from the leaf to the root, the lowest first
 */
record InclusionProof(long leafIndex, long treeSize, List<byte[]> siblings) {

  /**
   * Whether the way from this leaf ends at this root.
   *
   * <p>Written along the tree's definition, from the root down: a tree of n leaves has the largest
   * power of two below n of them on its left.
   */
  boolean leads(byte[] leafHash, byte[] root) {
    if (leafIndex < 0 || leafIndex >= treeSize || leafHash.length != Hashes.LENGTH) {
      return false;
    }
    return siblings.size() == depth(leafIndex, treeSize)
        && Arrays.equals(root(leafHash, leafIndex, treeSize, siblings), root);
  }

  private static byte[] root(byte[] leafHash, long index, long size, List<byte[]> siblings) {
    if (size == 1) {
      return leafHash;
    }
    long left = left(size);
    byte[] sibling = siblings.getLast();
    List<byte[]> below = siblings.subList(0, siblings.size() - 1);
    return index < left
        ? Hashes.node(root(leafHash, index, left, below), sibling)
        : Hashes.node(sibling, root(leafHash, index - left, size - left, below));
  }

  private static int depth(long index, long size) {
    int depth = 0;
    while (size > 1) {
      long left = left(size);
      if (index < left) {
        size = left;
      } else {
        index -= left;
        size -= left;
      }
      depth++;
    }
    return depth;
  }

  /** Leaves in the left part of a tree of two or more. */
  private static long left(long size) {
    return Long.highestOneBit(size - 1);
  }
}
