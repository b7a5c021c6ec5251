package org.writ.intake.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the virus scanner, read from {@code writ.scanner.*}. */
@ConfigMapping(prefix = "writ.scanner")
public interface ScannerConfig {

  /** What happens to a document while the scanner does not answer. */
  enum Unreachable {
    /** It is refused (503), to be sent again later. */
    REFUSE,
    /** It is accepted and held: no reviewer opens it before it is scanned. */
    HOLD
  }

  /**
   * Where clamd listens: {@code tcp://host:3310} or {@code unix:/run/clamav/clamd.ctl}. Absent:
   * there is no scanner, and documents say so.
   */
  Optional<String> address();

  /** What happens to a document while the scanner does not answer. */
  @WithDefault("REFUSE")
  Unreachable unreachable();

  /** How long the scanner may take for one document. */
  @WithDefault("30s")
  Duration timeout();

  /** How often held documents are scanned; {@code off}: never. */
  @WithDefault("30s")
  String retry();
}
