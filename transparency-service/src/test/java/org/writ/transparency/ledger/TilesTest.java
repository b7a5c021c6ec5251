package org.writ.transparency.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {

  /** C2SP tlog-tiles, "Partial Tiles": the tree of 70,000 entries. */
  @Test
  void treeOfSeventyThousandHasTheTilesOfTheSpecification() {
    var store = new Leaves.Memory();
    store.grow(Leaves.hashes(70_000), 501);

    assertThat(tiles(store, 0)).hasSize(274);
    assertThat(tiles(store, 0).stream().filter(Tile::isFull)).hasSize(273);
    assertThat(store.tile(0, 273).orElseThrow().width()).isEqualTo(112);
    assertThat(tiles(store, 1)).hasSize(2);
    assertThat(store.tile(1, 0).orElseThrow().isFull()).isTrue();
    assertThat(store.tile(1, 1).orElseThrow().width()).isEqualTo(17);
    assertThat(tiles(store, 2)).hasSize(1);
    assertThat(store.tile(2, 0).orElseThrow().width()).isEqualTo(1);
    assertThat(tiles(store, 3)).isEmpty();
  }

  @Test
  void treeOf256HasAFullTileAndAnotherAboveIt() {
    var store = new Leaves.Memory();
    store.grow(Leaves.hashes(256), 256);

    assertThat(store.tile(0, 0).orElseThrow().isFull()).isTrue();
    assertThat(store.tile(0, 1)).isEmpty();
    assertThat(store.tile(1, 0).orElseThrow().width()).isEqualTo(1);
  }

  @Test
  void batchesOfEverySizeGiveTheSameTree() {
    List<Hash> leaves = Leaves.hashes(1_000);
    Hash root = new Leaves.Memory().grow(leaves, 1_000).root();
    for (int batch : List.of(1, 3, 255, 256, 257, 999)) {
      assertThat(new Leaves.Memory().grow(leaves, batch).root()).isEqualTo(root);
    }
  }

  private static List<Tile> tiles(Leaves.Memory store, int level) {
    return store.all().stream().filter(tile -> tile.level() == level).toList();
  }
}
