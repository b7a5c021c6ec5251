package org.writ.transparency.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tree of all events, as it is stored. Every method works in the caller's transaction and sees
 * one state of the tree in it.
 */
@ApplicationScoped
public class Ledger {

  /** The tables that follow from the events. */
  public static final List<String> TABLES = List.of("leaf", "tile");

  private final LedgerRows rows;

  /** With its tables. */
  public Ledger(LedgerRows rows) {
    this.rows = rows;
  }

  /** Number of leaves. */
  public long treeSize() {
    return rows.treeSize();
  }

  /**
   * Appends leaves.
   *
   * @throws LedgerBroken if their indexes do not continue the tree without gap or overlap
   */
  public void append(List<Leaf> leaves) {
    Tiles tiles = tiles();
    long next = tiles.size();
    for (Leaf leaf : leaves) {
      if (leaf.index() != next++) {
        throw new LedgerBroken(
            "Expected leaf %d next, found leaf %d for %s offset %d"
                .formatted(next - 1, leaf.index(), leaf.stream().topic(), leaf.offset()));
      }
    }
    tiles.append(leaves.stream().map(leaf -> MerkleTree.leafHash(leaf.digest().bytes())).toList());
    rows.insert(leaves);
    rows.put(tiles.changed());
  }

  /** The highest sequence of each of these streams that is in the ledger; absent if none is. */
  public Map<Leaf.Stream, Long> lastSequences(Collection<Leaf.Stream> streams) {
    return rows.lastSequences(streams);
  }

  /** Size and root of the whole tree. */
  public TreeHead head() {
    Tiles tiles = tiles();
    return new TreeHead(tiles.size(), tiles.root());
  }

  /** The tree, to compute roots and proofs from. */
  Tiles tiles() {
    return new Tiles(rows, rows.treeSize());
  }

  /** Index of the leaf of an event. */
  OptionalLong find(Hash digest) {
    return rows.find(digest);
  }

  /** The bytes of a tile or an entry bundle; empty if the tree does not reach that far. */
  Optional<byte[]> resource(TilePath path) {
    if (!path.entries()) {
      return rows.tile(path.level(), path.index())
          .filter(tile -> tile.width() >= path.width())
          .map(tile -> tile.first(path.width()));
    }
    List<Hash> entries = rows.entries(path.index() * Tile.WIDTH, path.width());
    return entries.size() == path.width() ? Optional.of(EntryBundle.of(entries)) : Optional.empty();
  }
}
