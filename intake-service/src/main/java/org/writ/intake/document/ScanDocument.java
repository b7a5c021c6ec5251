package org.writ.intake.document;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The installation's virus scanner, if it has one. Thread-safe. */
@ApplicationScoped
class ScanDocument {

  private static final Logger LOG = Logger.getLogger(ScanDocument.class);

  private final @Nullable ClamdScanner scanner;
  private final ScannerConfig config;
  private final MeterRegistry metrics;

  ScanDocument(ScannerConfig config, MeterRegistry metrics) {
    this.config = config;
    this.metrics = metrics;
    this.scanner =
        config
            .address()
            .map(address -> new ClamdScanner(new ScannerAddress(address), config.timeout()))
            .orElse(null);
  }

  /** Whether there is one. */
  boolean isConfigured() {
    return scanner != null;
  }

  /** Whether a document that cannot be scanned is accepted and held. */
  boolean holdsUnscanned() {
    return config.unreachable() == ScannerConfig.Unreachable.HOLD;
  }

  /**
   * Has a document scanned; not in a transaction, as it may take long.
   *
   * @throws IllegalStateException if there is no scanner
   */
  Verdict scan(String documentId, InputStream document) {
    ClamdScanner asked = scanner;
    if (asked == null) {
      throw new IllegalStateException("There is no scanner; set writ.scanner.address");
    }
    Verdict verdict = asked.scan(document);
    switch (verdict) {
      case Verdict.Clean _ -> {}
      case Verdict.Infected(String signature) ->
          LOG.warnf("Document is infected, documentId=%s signature=%s", documentId, signature);
      case Verdict.Unreachable(String reason) ->
          LOG.errorf("Scanner does not answer, documentId=%s error=%s", documentId, reason);
      case Verdict.TooLarge _ ->
          LOG.errorf("Document exceeds the scanner's StreamMaxLength, documentId=%s", documentId);
      case Verdict.NotScanned(String answer) ->
          LOG.errorf("Scanner refuses a document, documentId=%s error=%s", documentId, answer);
    }
    metrics
        .counter("writ.documents.scans", "verdict", verdict.getClass().getSimpleName())
        .increment();
    return verdict;
  }
}
