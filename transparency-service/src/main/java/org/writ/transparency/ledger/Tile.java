package org.writ.transparency.ledger;

import java.util.Arrays;

/**
 * Up to 256 consecutive hashes of one level of the tree (C2SP tlog-tiles). At level 0 they are leaf
 * hashes; at a level above, each is the root of a full tile of the level below.
 *
 * @param level 0 to 7; a hash at level n spans 256^n entries
 * @param index the tile's number within its level, from 0
 * @param hashes 1 to 256 hashes, concatenated
 */
public record Tile(int level, long index, byte[] hashes) {

  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  /** The tile's height in the binary tree: 2^8 = 256. */
  static final int HEIGHT = 8;

  /** Refuses a tile that is empty, too wide or cut off within a hash. */
  public Tile {
    if (hashes.length == 0
        || hashes.length > WIDTH * Hash.LENGTH
        || hashes.length % Hash.LENGTH != 0) {
      throw new IllegalArgumentException(
          "Expected 1 to 256 hashes in tile %d/%d, found %d bytes"
              .formatted(level, index, hashes.length));
    }
    hashes = hashes.clone();
  }

  @Override
  public byte[] hashes() {
    return hashes.clone();
  }

  /** Number of hashes, 1 to 256. */
  public int width() {
    return hashes.length / Hash.LENGTH;
  }

  /** Whether the tile will never change again. */
  public boolean isFull() {
    return width() == WIDTH;
  }

  /** The first hashes of the tile, as an earlier tree had them. */
  byte[] first(int count) {
    return Arrays.copyOf(hashes, count * Hash.LENGTH);
  }

  /** The hash at a position. */
  Hash at(int position) {
    return Hash.at(hashes, position);
  }

  /** The root of {@code 2^height} hashes that begin at a position; the subtree is complete. */
  Hash subtree(int height, int position) {
    if (height == 0) {
      return at(position);
    }
    int half = 1 << (height - 1);
    return MerkleTree.nodeHash(subtree(height - 1, position), subtree(height - 1, position + half));
  }

  /** The root of a full tile. */
  Hash root() {
    return subtree(HEIGHT, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tile that
        && level == that.level
        && index == that.index
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * level + Long.hashCode(index)) + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Tile[%d/%d, %d hashes]".formatted(level, index, width());
  }
}
