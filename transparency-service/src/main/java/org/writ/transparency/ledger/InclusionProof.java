package org.writ.transparency.ledger;

import java.util.List;

/**
 * That a leaf stands at an index of the tree of a size (RFC 9162, Section 2.1.3).
 *
 * @param leafIndex index of the leaf, from 0
 * @param treeSize number of leaves of the tree
 * @param path siblings from the leaf up
 */
public record InclusionProof(long leafIndex, long treeSize, List<Hash> path) {

  /** Keeps its own copy of the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether the leaf, with this path, gives the root. */
  public boolean proves(Hash leafHash, Hash root) {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      return false;
    }
    long index = leafIndex;
    long last = treeSize - 1;
    Hash hash = leafHash;
    for (Hash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((index & 1) == 1 || index == last) {
        hash = MerkleTree.nodeHash(sibling, hash);
        // A right edge that is not full has no sibling on these levels.
        while ((index & 1) == 0 && index != 0) {
          index >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = MerkleTree.nodeHash(hash, sibling);
      }
      index >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
