package org.writ.transparency.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.writ.eventlog.Transactions;

/** Proofs that an event is in the ledger. */
@ApplicationScoped
class Receipts {

  /**
   * A proof that can be checked without us.
   *
   * @param leafIndex index of the leaf, from 0
   * @param treeSize number of leaves of the checkpoint's tree
   * @param leafHash SHA-256(0x00 ‖ event digest), standard base64
   * @param proof siblings from the leaf up, standard base64
   * @param checkpoint the signed note that holds the tree's root
   */
  record Receipt(
      long leafIndex, long treeSize, String leafHash, List<String> proof, String checkpoint) {}

  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final Transactions transactions;

  Receipts(Ledger ledger, Checkpoints checkpoints, Transactions transactions) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.transactions = transactions;
  }

  /** The receipt of an event at the last checkpoint; empty if no such event is in the ledger. */
  Optional<Receipt> of(Hash digest) {
    return transactions.call(
        () -> {
          OptionalLong index = ledger.find(digest);
          return checkpoints
              .latest()
              .filter(note -> index.isPresent())
              .map(note -> receipt(digest, index.getAsLong(), note));
        });
  }

  private Receipt receipt(Hash digest, long index, SignedNote note) {
    long size = Checkpoint.parse(note.text()).treeSize();
    List<Hash> path = MerkleTree.inclusion(ledger.tiles(), index, size);
    return new Receipt(
        index,
        size,
        MerkleTree.leafHash(digest.bytes()).base64(),
        path.stream().map(Hash::base64).toList(),
        note.toString());
  }
}
