package org.writ.transparency.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree continues an earlier one without having changed a leaf of it (RFC 9162, Section
 * 2.1.4).
 *
 * @param earlierSize number of leaves of the earlier tree
 * @param size number of leaves of the later tree
 * @param path the hashes between them
 */
public record ConsistencyProof(long earlierSize, long size, List<Hash> path) {

  /** Keeps its own copy of the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Whether the path leads from the one root to the other. An empty tree is continued by every
   * tree, with an empty path.
   */
  public boolean proves(Hash earlierRoot, Hash root) {
    if (earlierSize < 0 || earlierSize > size) {
      return false;
    }
    if (earlierSize == size) {
      return path.isEmpty() && earlierRoot.equals(root);
    }
    if (earlierSize == 0) {
      return path.isEmpty() && earlierRoot.equals(MerkleTree.root(ConsistencyProof::none, 0));
    }
    return walk(earlierRoot, root);
  }

  private boolean walk(Hash earlierRoot, Hash root) {
    var hashes = new ArrayList<>(path);
    if (Long.bitCount(earlierSize) == 1) {
      hashes.addFirst(earlierRoot);
    }
    if (hashes.isEmpty()) {
      return false;
    }
    long index = earlierSize - 1;
    long last = size - 1;
    while ((index & 1) == 1) {
      index >>>= 1;
      last >>>= 1;
    }
    Hash earlier = hashes.getFirst();
    Hash later = hashes.getFirst();
    for (Hash sibling : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((index & 1) == 1 || index == last) {
        earlier = MerkleTree.nodeHash(sibling, earlier);
        later = MerkleTree.nodeHash(sibling, later);
        while ((index & 1) == 0 && index != 0) {
          index >>>= 1;
          last >>>= 1;
        }
      } else {
        later = MerkleTree.nodeHash(later, sibling);
      }
      index >>>= 1;
      last >>>= 1;
    }
    return last == 0 && earlier.equals(earlierRoot) && later.equals(root);
  }

  private static Hash none(int level, long index) {
    throw new IllegalStateException("An empty tree has no node");
  }
}
