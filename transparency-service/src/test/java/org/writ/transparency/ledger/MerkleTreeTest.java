package org.writ.transparency.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  private static final int MANY = 300;

  private final List<Hash> leaves = Leaves.hashes(MANY);

  @Test
  void emptyTreeHasTheHashOfNothing() {
    var tree = new Tiles(new Leaves.Memory(), 0);
    assertThat(tree.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void rootOfEverySizeIsTheOneOfTheDefinition() {
    Tiles whole = new Leaves.Memory().grow(leaves, 7);
    for (int size = 1; size <= MANY; size++) {
      assertThat(MerkleTree.root(whole, size))
          .as("size %d", size)
          .isEqualTo(Leaves.definition(leaves.subList(0, size)));
    }
  }

  @Test
  void everyLeafIsProvedInEverySize() throws InclusionProofVerificationException {
    Tiles whole = new Leaves.Memory().grow(leaves, MANY);
    for (int size : List.of(1, 2, 3, 7, 8, 9, 255, 256, 257, MANY)) {
      Hash root = MerkleTree.root(whole, size);
      for (int index = 0; index < size; index++) {
        List<Hash> path = MerkleTree.inclusion(whole, index, size);

        assertThat(new InclusionProof(index, size, path).proves(leaves.get(index), root)).isTrue();
        // The same, by other people's code.
        InclusionProofVerifier.verify(
            leaves.get(index).bytes(),
            index,
            size,
            path.stream().map(Hash::bytes).toList(),
            root.bytes());
      }
    }
  }

  @Test
  void proofOfAnotherLeafIsNone() {
    Tiles tree = new Leaves.Memory().grow(leaves, MANY);
    InclusionProof proof = tree.inclusion(17);

    assertThat(proof.proves(leaves.get(18), tree.root())).isFalse();
    assertThat(new InclusionProof(18, MANY, proof.path()).proves(leaves.get(17), tree.root()))
        .isFalse();
    assertThatThrownBy(
            () ->
                InclusionProofVerifier.verify(
                    leaves.get(18).bytes(),
                    17,
                    MANY,
                    proof.path().stream().map(Hash::bytes).toList(),
                    tree.root().bytes()))
        .isInstanceOf(InclusionProofVerificationException.class);
  }

  @Test
  void everySizeContinuesEverySmallerOne() {
    Tiles whole = new Leaves.Memory().grow(leaves, MANY);
    for (int size = 0; size <= 70; size++) {
      for (int earlier = 0; earlier <= size; earlier++) {
        var proof =
            new ConsistencyProof(earlier, size, MerkleTree.consistency(whole, earlier, size));

        assertThat(proof.proves(MerkleTree.root(whole, earlier), MerkleTree.root(whole, size)))
            .as("%d to %d", earlier, size)
            .isTrue();
      }
    }
  }

  @Test
  void rewrittenTreeDoesNotContinueTheEarlierOne() {
    var rewritten = new ArrayList<>(leaves);
    rewritten.set(3, MerkleTree.leafHash(new byte[] {42}));
    Tiles honest = new Leaves.Memory().grow(leaves, MANY);
    Tiles forged = new Leaves.Memory().grow(rewritten, MANY);
    for (int earlier = 4; earlier < MANY; earlier++) {
      ConsistencyProof proof = forged.consistency(earlier);

      assertThat(proof.proves(MerkleTree.root(honest, earlier), forged.root())).isFalse();
    }
  }

  @Test
  void shrunkTreeDoesNotContinueTheEarlierOne() {
    Tiles tree = new Leaves.Memory().grow(leaves, MANY);
    var proof = new ConsistencyProof(MANY, MANY - 1, List.of());

    assertThat(proof.proves(tree.root(), MerkleTree.root(tree, MANY - 1))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(MANY + 1));
  }

  @Test
  void proofBeyondTheTreeIsRefused() {
    Tiles tree = new Leaves.Memory().grow(leaves, MANY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.inclusion(MANY))
        .withMessageContaining("below the tree's size 300");
  }

  @Test
  void treeWithoutItsTilesSaysWhichIsMissing() {
    var tree = new Tiles(new Leaves.Memory(), 5);
    assertThatIllegalStateException().isThrownBy(tree::root).withMessageContaining("Tile 0/0");
  }
}
