package org.writ.intake.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The public ledger of the transparency-service, asked for proofs. Thread-safe. */
@ApplicationScoped
class LedgerProofs {

  private static final Logger LOG = Logger.getLogger(LedgerProofs.class);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** The ledger's answer, as {@code GET /v1/receipts/{eventDigest}} gives it. */
  record Proof(
      long leafIndex, long treeSize, String leafHash, List<String> proof, String checkpoint) {}

  /** The ledger cannot be asked now, or says what is no proof of the entry. */
  static final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    Unavailable(String reason) {
      super(reason);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  private final URI ledger;
  private final ObjectMapper json;

  LedgerProofs(@ConfigProperty(name = "writ.receipts.ledger") URI ledger, ObjectMapper json) {
    this.ledger = ledger;
    this.json = json;
  }

  /**
   * The proof of an entry; empty if the ledger does not have it, or not yet.
   *
   * @param entry digest of an event, 64 hex digits
   * @throws Unavailable if the ledger does not answer within seconds, or answers something else
   */
  Optional<Proof> find(String entry) throws Unavailable {
    var request =
        HttpRequest.newBuilder(ledger.resolve("/v1/receipts/" + entry))
            .timeout(ANSWER_LIMIT)
            .header("Accept", "application/json")
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case OK -> Optional.of(proof(answer.body(), entry));
        case NOT_FOUND -> Optional.empty();
        default -> throw unavailable("status " + answer.statusCode());
      };
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    } catch (JsonProcessingException malformed) {
      throw unavailable("no receipt in the answer");
    } catch (IOException unreachable) {
      throw unavailable(unreachable.getClass().getName());
    }
  }

  private Proof proof(byte[] body, String entry) throws IOException, Unavailable {
    var proof = json.readValue(body, Proof.class);
    if (proof == null || !leafHash(entry).equals(proof.leafHash())) {
      throw unavailable("a receipt for another entry");
    }
    return proof;
  }

  /** RFC 6962, section 2.1. */
  private static String leafHash(String entry) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((byte) 0);
      return Base64.getEncoder().encodeToString(sha256.digest(HexFormat.of().parseHex(entry)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  private Unavailable unavailable(String reason) {
    LOG.warnf("The ledger gives no proof, ledger=%s reason=%s", ledger, reason);
    return new Unavailable(reason);
  }
}
