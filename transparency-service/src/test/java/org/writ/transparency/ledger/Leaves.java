package org.writ.transparency.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Leaves and trees for tests; the tree is computed by the definition in RFC 6962, Section 2.1. */
final class Leaves {

  private Leaves() {}

  static byte[] entry(int index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  static List<Hash> hashes(int count) {
    return IntStream.range(0, count).mapToObj(i -> MerkleTree.leafHash(entry(i))).toList();
  }

  /** MTH of a list of leaf hashes, straight from the definition. */
  static Hash definition(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return MerkleTree.nodeHash(
        definition(leaves.subList(0, split)), definition(leaves.subList(split, leaves.size())));
  }

  /** A store that writes are put into by hand, as a transaction would. */
  static final class Memory implements Tiles.Store {

    private final Map<List<Long>, Tile> tiles = new HashMap<>();

    @Override
    public Optional<Tile> tile(int level, long index) {
      return Optional.ofNullable(tiles.get(List.of((long) level, index)));
    }

    /** Appends in batches of this size, each in a tree of its own. */
    Tiles grow(List<Hash> leaves, int batch) {
      long size = 0;
      for (int from = 0; from < leaves.size(); from += batch) {
        var tree = new Tiles(this, size);
        tree.append(leaves.subList(from, Math.min(leaves.size(), from + batch)));
        tree.changed().forEach(tile -> tiles.put(List.of((long) tile.level(), tile.index()), tile));
        size = tree.size();
      }
      return new Tiles(this, size);
    }

    List<Tile> all() {
      return new ArrayList<>(tiles.values());
    }
  }
}
