package org.writ.transparency.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree as its tiles, which grows at its right edge. Reads tiles from a store as it needs them,
 * keeps those that it changed, and leaves writing them to its user. Not thread-safe; made for one
 * transaction.
 */
public final class Tiles implements MerkleTree.Nodes {

  /** Where tiles are kept. */
  public interface Store {

    /** A tile with as many hashes as it has now; empty if it has none. */
    Optional<Tile> tile(int level, long index);
  }

  private record Place(int level, long index) {}

  private final Store store;
  private final Map<Place, Tile> read = new HashMap<>();
  private final Map<Place, Tile> changed = new HashMap<>();
  private long size;

  /**
   * The tree of the store.
   *
   * @param size number of leaves that the store's tiles hold
   */
  public Tiles(Store store, long size) {
    this.store = store;
    this.size = size;
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** Appends leaves. */
  public void append(List<Hash> leafHashes) {
    for (Hash leafHash : leafHashes) {
      put(0, size, leafHash);
      size++;
    }
  }

  /** The tiles that differ from the store's. */
  public Collection<Tile> changed() {
    return List.copyOf(changed.values());
  }

  /** The root of the whole tree. */
  public Hash root() {
    return MerkleTree.root(this, size);
  }

  /** The proof that the leaf at an index is in the whole tree. */
  public InclusionProof inclusion(long leafIndex) {
    return new InclusionProof(leafIndex, size, MerkleTree.inclusion(this, leafIndex, size));
  }

  /** The proof that the whole tree continues an earlier one. */
  public ConsistencyProof consistency(long earlierSize) {
    return new ConsistencyProof(earlierSize, size, MerkleTree.consistency(this, earlierSize, size));
  }

  @Override
  public Hash node(int level, long index) {
    int height = level % Tile.HEIGHT;
    long first = index << height;
    Tile tile = require(level / Tile.HEIGHT, first / Tile.WIDTH);
    int position = (int) (first % Tile.WIDTH);
    if (position + (1 << height) > tile.width()) {
      throw new IllegalStateException(
          "%s ends before node %d of level %d".formatted(tile, index, level));
    }
    return tile.subtree(height, position);
  }

  private void put(int level, long position, Hash hash) {
    long index = position / Tile.WIDTH;
    int width = (int) (position % Tile.WIDTH);
    byte[] before = width == 0 ? new byte[0] : require(level, index).hashes();
    if (before.length != width * Hash.LENGTH) {
      throw new IllegalStateException(
          "Expected %d hashes in tile %d/%d of a tree of %d leaves, found %d"
              .formatted(width, level, index, size, before.length / Hash.LENGTH));
    }
    byte[] after = Arrays.copyOf(before, before.length + Hash.LENGTH);
    System.arraycopy(hash.bytes(), 0, after, before.length, Hash.LENGTH);
    Tile tile = new Tile(level, index, after);
    changed.put(new Place(level, index), tile);
    if (tile.isFull()) {
      put(level + 1, index, tile.root());
    }
  }

  private Tile require(int level, long index) {
    Place place = new Place(level, index);
    Tile tile = changed.get(place);
    if (tile != null) {
      return tile;
    }
    return read.computeIfAbsent(
        place,
        absent ->
            store
                .tile(level, index)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "Tile %d/%d of a tree of %d leaves is missing"
                                .formatted(level, index, size))));
  }
}
