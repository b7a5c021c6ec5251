package org.writ.ops.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.writ.ops.OpsException;

/**
 * The ledger's claim that an event is in it, not yet checked.
 *
 * @param leafIndex from 0
 * @param treeSize number of leaves of the checkpoint
 * @param leafHash of the event
 * @param proof siblings, the lowest first
 * @param checkpoint signed note
 */
public record Receipt(
    long leafIndex, long treeSize, byte[] leafHash, List<byte[]> proof, String checkpoint) {

  /**
   * Reads a receipt in the form of {@code GET /v1/receipts/{eventDigest}}.
   *
   * @throws OpsException if it has another form
   */
  public static Receipt of(JsonNode json) {
    if (!json.path("leafIndex").isIntegralNumber()
        || !json.path("treeSize").isIntegralNumber()
        || !json.path("proof").isArray()) {
      throw new OpsException("Expected a receipt, found: " + json);
    }
    return new Receipt(
        json.path("leafIndex").asLong(),
        json.path("treeSize").asLong(),
        Hashes.base64(json.path("leafHash").asText()),
        StreamSupport.stream(json.path("proof").spliterator(), false)
            .map(hash -> Hashes.base64(hash.asText()))
            .toList(),
        json.path("checkpoint").asText());
  }

  /**
   * Checks everything that it claims.
   *
   * @param eventDigest 32 bytes: the entry
   * @param key the ledger's
   * @return the checkpoint that the event is proved to be under
   * @throws OpsException if something is not true, saying what
   */
  public SignedCheckpoint verify(byte[] eventDigest, VerifierKey key) {
    return verify(eventDigest, SignedCheckpoint.open(checkpoint, key));
  }

  /**
   * Checks that the event is under the root of a checkpoint that is trusted.
   *
   * @param eventDigest 32 bytes: the entry
   * @return the checkpoint
   * @throws OpsException if something is not true, saying what
   */
  public SignedCheckpoint verify(byte[] eventDigest, SignedCheckpoint signed) {
    if (signed.treeSize() != treeSize) {
      throw new OpsException(
          "The receipt is for %d leaves, its checkpoint has %d"
              .formatted(treeSize, signed.treeSize()));
    }
    if (!Arrays.equals(leafHash, Hashes.leaf(eventDigest))) {
      throw new OpsException("The receipt is for another event");
    }
    if (!new InclusionProof(leafIndex, treeSize, proof).leads(leafHash, signed.root())) {
      throw new OpsException("The proof does not lead from the event to the checkpoint's root");
    }
    return signed;
  }
}
