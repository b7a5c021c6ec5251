package org.writ.intake.receipt;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proof that the ledger has a submission, complete: it can be checked without us and offline.
 *
 * @param requestId the request
 * @param entry what the ledger has: the digest of the event of the submission
 * @param leafIndex where in the ledger, from 0
 * @param treeSize number of leaves of the checkpoint's tree
 * @param leafHash SHA-256(0x00 ‖ entry)
 * @param proof the hashes beside the way from the leaf to the root, the lowest first
 * @param checkpoint the signed note with the tree's root
 */
@Schema(name = "Receipt")
public record Receipt(
    @Schema(format = "uuid") String requestId,
    @Schema(description = "Digest of the submission's event, standard base64") String entry,
    @Schema(minimum = "0") long leafIndex,
    @Schema(minimum = "1") long treeSize,
    @Schema(description = "SHA-256(0x00 ‖ entry), standard base64") String leafHash,
    @Schema(description = "Hashes beside the way to the root, the lowest first, standard base64")
        List<String> proof,
    @Schema(description = "Signed note with the tree's root (C2SP tlog-checkpoint)")
        String checkpoint) {

  /** The ledger's proof of a request's entry, which is given in hex. */
  static Receipt of(String requestId, String entry, LedgerProofs.Proof proof) {
    return new Receipt(
        requestId,
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(entry)),
        proof.leafIndex(),
        proof.treeSize(),
        proof.leafHash(),
        proof.proof(),
        proof.checkpoint());
  }
}
