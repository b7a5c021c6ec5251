package org.writ.transparency.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/** Signs what the tree looks like, and keeps what was signed: the table {@code checkpoint}. */
@ApplicationScoped
public class Checkpoints {

  private final Ledger ledger;
  private final DataSource dataSource;
  private final Clock clock;
  private final NoteSigner signer;

  /**
   * Reads the key.
   *
   * @throws IllegalStateException if the file cannot be read or holds no Ed25519 private key
   */
  public Checkpoints(Ledger ledger, LedgerConfig config, DataSource dataSource, Clock clock) {
    this.ledger = ledger;
    this.dataSource = dataSource;
    this.clock = clock;
    try {
      this.signer =
          NoteSigner.of(config.checkpointOrigin(), Files.readString(config.checkpointKey()));
    } catch (IOException | IllegalArgumentException unusable) {
      throw new IllegalStateException(
          "Cannot use the checkpoint key (WRIT_CHECKPOINT_KEY) " + config.checkpointKey(),
          unusable);
    }
  }

  /** What others check checkpoints with. */
  public VerifierKey verifierKey() {
    return signer.verifierKey();
  }

  /** The last checkpoint that was published; empty before the first one. */
  public Optional<SignedNote> latest() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT note FROM checkpoint ORDER BY tree_size DESC LIMIT 1");
              ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(SignedNote.parse(row.getString(1))) : Optional.empty();
          }
        });
  }

  /**
   * Signs the tree as the caller's transaction sees it, unless that was done; published when the
   * transaction commits. A tree that is still smaller than the last checkpoint's, because its rows
   * were rebuilt, is not signed again.
   *
   * @throws LedgerBroken if the tree does not continue the last checkpoint: nothing is signed
   */
  public void publish() {
    Tiles tiles = ledger.tiles();
    Optional<SignedNote> latest = latest();
    if (latest.isPresent()) {
      Checkpoint before = Checkpoint.parse(latest.get().text());
      if (before.treeSize() > tiles.size()) {
        return;
      }
      requireContinuation(before, tiles);
      if (before.treeSize() == tiles.size() && latest.get().isSignedBy(verifierKey())) {
        return;
      }
    }
    Checkpoint checkpoint = new Checkpoint(verifierKey().name(), tiles.size(), tiles.root());
    insert(checkpoint, signer.sign(checkpoint.text()));
  }

  /** Whether more was published than the rows hold, because they were rebuilt. */
  public boolean isAhead() {
    return latest()
        .map(note -> Checkpoint.parse(note.text()).treeSize() > ledger.treeSize())
        .orElse(false);
  }

  /**
   * Checks a tree that should be complete.
   *
   * @throws LedgerBroken if it is smaller than the last checkpoint's, or another one
   */
  public void requireContinuation() {
    latest()
        .map(note -> Checkpoint.parse(note.text()))
        .ifPresent(before -> requireContinuation(before, ledger.tiles()));
  }

  private static void requireContinuation(Checkpoint before, Tiles tiles) {
    if (before.treeSize() > tiles.size()) {
      throw new LedgerBroken(
          "The last checkpoint has %d leaves, the tree only %d"
              .formatted(before.treeSize(), tiles.size()));
    }
    Hash root = MerkleTree.root(tiles, before.treeSize());
    if (!root.equals(before.rootHash())) {
      throw new LedgerBroken(
          "The last checkpoint of %d leaves has root %s, the tree at that size %s"
              .formatted(before.treeSize(), before.rootHash(), root));
    }
  }

  private void insert(Checkpoint checkpoint, SignedNote note) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO checkpoint (tree_size, root_hash, note, published_millis)"
                      + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE note = VALUES(note),"
                      + " published_millis = VALUES(published_millis)")) {
            upsert.setLong(1, checkpoint.treeSize());
            upsert.setBytes(2, checkpoint.rootHash().bytes());
            upsert.setString(3, note.toString());
            upsert.setLong(4, clock.millis());
            upsert.executeUpdate();
          }
        });
  }
}
