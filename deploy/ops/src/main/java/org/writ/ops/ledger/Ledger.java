package org.writ.ops.ledger;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.writ.ops.OpsException;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Transparency;

/** The public ledger, asked for proofs that are checked here. Thread-safe. */
public final class Ledger {

  /** How an event stands with the ledger. */
  public sealed interface Proof {

    /**
     * It is in the ledger.
     *
     * @param leafIndex where, from 0
     * @param treeSize of the signed checkpoint that proves it
     */
    record Proven(long leafIndex, long treeSize) implements Proof {}

    /** The ledger does not have it, or not yet. */
    record Pending() implements Proof {}

    /**
     * The ledger says that it has it and does not prove it.
     *
     * @param reason what is wrong
     */
    record Refuted(String reason) implements Proof {}
  }

  private final Transparency transparency;
  private final VerifierKey key;

  /**
   * The ledger of a transparency-service.
   *
   * @param pinned its verifier key, if the caller has it from elsewhere; otherwise the service is
   *     asked for it
   */
  public Ledger(Transparency transparency, @Nullable String pinned) {
    this.transparency = transparency;
    this.key = VerifierKey.parse(pinned != null ? pinned : transparency.key().require(200).text());
  }

  /** Whether an event is in the ledger, by its digest. */
  public Proof prove(byte[] eventDigest) {
    Answer answer = transparency.receipt(HexFormat.of().formatHex(eventDigest)).require(200, 404);
    return answer.is(404) ? new Proof.Pending() : check(Receipt.of(answer.json()), eventDigest);
  }

  /** Checks a receipt that somebody else fetched. */
  public Proof check(Receipt receipt, byte[] eventDigest) {
    try {
      SignedCheckpoint checkpoint = receipt.verify(eventDigest, key);
      return new Proof.Proven(receipt.leafIndex(), checkpoint.treeSize());
    } catch (OpsException e) {
      return new Proof.Refuted(String.valueOf(e.getMessage()));
    }
  }
}
