package org.writ.ops.receipt;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.writ.ops.ledger.SignedCheckpoint;
import org.writ.ops.ledger.VerifierKey;

/** What a check came to, for people. */
final class Words {

  private Words() {}

  static String proved(
      Evidence evidence,
      SignedCheckpoint proved,
      @Nullable VerifierKey key,
      @Nullable String other) {
    return """
    PROVED: the ledger %s has this entry.

      entry       %s
      leaf        %d of %d
      root        %s
      checkpoint  %s

    This proves that the ledger took the entry up, at this place. It can no longer be taken out, moved or changed
    without contradicting this receipt.

    This does not prove
    - that the entry is the submission of request %s. The receipt says so; the digest covers it, and
      whoever sees the event itself can compute it again (deploy/writ trail);
    - when the request was submitted, or that it was lawful;
    - that everybody is shown the same ledger: for that, compare checkpoints with others%s\
    """
        .formatted(
            proved.origin(),
            HexFormat.of().formatHex(evidence.entry()),
            evidence.receipt().leafIndex(),
            proved.treeSize(),
            Base64.getEncoder().encodeToString(proved.root()),
            checkpoint(key),
            evidence.requestId(),
            comparison(proved, key, other));
  }

  static String notProved(String reason) {
    return """
    NOT PROVED: %s.

    The receipt was changed, belongs to another key, or the ledger does not keep what it signed. Fetch the receipt
    again; if that fails as well, show both to somebody else than the platform.\
    """
        .formatted(reason);
  }

  private static String checkpoint(@Nullable VerifierKey key) {
    return key == null
        ? "yours; its signature was not checked"
        : "signed by " + key.name() + " (key " + key.id() + ")";
  }

  private static String comparison(
      SignedCheckpoint proved, @Nullable VerifierKey key, @Nullable String other) {
    if (other == null || key == null) {
      return ".";
    }
    SignedCheckpoint newer = SignedCheckpoint.trusted(other);
    return newer.treeSize() == proved.treeSize()
        ? ". Yours has the same root."
        : ". Yours is signed by the same key and has %d leaves; that they continue the receipt's takes a consistency proof, which these files do not hold."
            .formatted(newer.treeSize());
  }
}
