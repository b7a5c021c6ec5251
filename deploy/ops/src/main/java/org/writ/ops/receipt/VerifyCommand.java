package org.writ.ops.receipt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writ.ops.OpsException;
import org.writ.ops.Writ;
import org.writ.ops.ledger.SignedCheckpoint;
import org.writ.ops.ledger.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a receipt with nothing but files: no network, no sign-in, no running Writ. */
@Command(
    name = "verify",
    description = {
      "Checks a receipt offline and says what it proves and what it does not.",
      "",
      "Give the ledger's verifier key, or a checkpoint that you trust, or both. They are worth as"
          + " much as the place",
      "that you have them from: not from the file that is checked, and better not from the same"
          + " server."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the receipt proves that the ledger has the entry",
      "1:it does not: something in it is not true",
      "2:it could not be checked; the message says why"
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RECEIPT", description = "the file with the receipt, JSON")
  Path file;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "the ledger's verifier key (name+id+base64), or a file with it")
  @Nullable String key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "a checkpoint of the ledger that you have from elsewhere, a signed note")
  @Nullable Path checkpoint;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (key == null && checkpoint == null) {
      throw new OpsException(
          "Give the ledger's verifier key with --key, or a checkpoint that you trust with"
              + " --checkpoint. The key is at /v1/ledger/key of the transparency-service.");
    }
    Evidence evidence = Evidence.parse(read(file));
    VerifierKey verifierKey = key == null ? null : VerifierKey.parse(keyText(key));
    String other = checkpoint == null ? null : read(checkpoint);
    PrintWriter out = spec.commandLine().getOut();
    try {
      SignedCheckpoint proved = check(evidence, verifierKey, other);
      out.println(Words.proved(evidence, proved, verifierKey, other));
      return 0;
    } catch (Untrue untrue) {
      out.println(Words.notProved(String.valueOf(untrue.getMessage())));
      return Writ.WRONG;
    }
  }

  private static SignedCheckpoint check(
      Evidence evidence, @Nullable VerifierKey key, @Nullable String other) {
    if (key == null) {
      return underTrusted(evidence, SignedCheckpoint.trusted(String.valueOf(other)));
    }
    SignedCheckpoint proved = truly(() -> evidence.receipt().verify(evidence.entry(), key));
    if (other != null) {
      requireSameLedger(proved, truly(() -> SignedCheckpoint.open(other, key)));
    }
    return proved;
  }

  private static SignedCheckpoint underTrusted(Evidence evidence, SignedCheckpoint trusted) {
    if (trusted.treeSize() != evidence.receipt().treeSize()) {
      throw new OpsException(
          "The receipt is for %d leaves, the checkpoint for %d: without --key only a checkpoint of the same size can be compared"
              .formatted(evidence.receipt().treeSize(), trusted.treeSize()));
    }
    return truly(() -> evidence.receipt().verify(evidence.entry(), trusted));
  }

  private static void requireSameLedger(SignedCheckpoint proved, SignedCheckpoint other) {
    if (!other.origin().equals(proved.origin())) {
      throw new Untrue(
          "the receipt is of %s, the checkpoint of %s".formatted(proved.origin(), other.origin()));
    }
    if (other.treeSize() < proved.treeSize()) {
      throw new OpsException(
          "The checkpoint has %d leaves and the receipt %d: give a checkpoint that is as new as the receipt"
              .formatted(other.treeSize(), proved.treeSize()));
    }
    if (other.treeSize() == proved.treeSize() && !Arrays.equals(other.root(), proved.root())) {
      throw new Untrue(
          "the key signed two different trees of %d leaves: the ledger shows different people different things"
              .formatted(proved.treeSize()));
    }
  }

  private static SignedCheckpoint truly(Supplier<SignedCheckpoint> check) {
    try {
      return check.get();
    } catch (OpsException e) {
      throw new Untrue(String.valueOf(e.getMessage()));
    }
  }

  private static String keyText(String keyOrFile) {
    return keyOrFile.indexOf('+') >= 0 && !Files.exists(Path.of(keyOrFile))
        ? keyOrFile
        : read(Path.of(keyOrFile));
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new OpsException(path + " cannot be read: " + e, e);
    }
  }

  /** The receipt claims what is not so. */
  private static final class Untrue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Untrue(String reason) {
      super(reason);
    }
  }
}
