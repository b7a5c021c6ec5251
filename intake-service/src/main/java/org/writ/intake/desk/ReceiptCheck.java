package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What somebody needs who checks a receipt without us. */
@ApplicationScoped
class ReceiptCheck {

  private final URI ledger;
  private final @Nullable Path program;

  ReceiptCheck(
      @ConfigProperty(name = "writ.receipts.public-ledger") URI ledger,
      @ConfigProperty(name = "writ.receipts.program") Optional<Path> program) {
    this.ledger = ledger;
    this.program = program.orElse(null);
  }

  /**
   * For the page.
   *
   * @param key where the ledger's verifier key is
   * @param checkpoint where its newest checkpoint is
   * @param hasProgram whether the program is offered
   * @param commands in order, in a folder with the receipt and the program
   */
  record Shown(URI key, URI checkpoint, boolean hasProgram, List<String> commands) {}

  /** What the page of a request's receipt shows. */
  Shown of(String requestId) {
    var key = ledger.resolve("/v1/ledger/key");
    var checkpoint = ledger.resolve("/checkpoint");
    return new Shown(
        key,
        checkpoint,
        program().isPresent(),
        List.of(
            "curl -sf %s -o ledger.key".formatted(key),
            "curl -sf %s -o checkpoint".formatted(checkpoint),
            "java -jar writ-receipt.jar verify receipt-%s.json --key ledger.key --checkpoint checkpoint"
                .formatted(requestId)));
  }

  /** The program's file; empty if the installation offers none. */
  Optional<Path> program() {
    return Optional.ofNullable(program).filter(Files::isReadable);
  }
}
