package org.writ.transparency.ledger;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Settings of the ledger, read from {@code writ.ledger.*}. */
@ConfigMapping(prefix = "writ.ledger")
public interface LedgerConfig {

  /** File with the private key that checkpoints are signed with: Ed25519, PKCS#8, PEM. */
  Path checkpointKey();

  /**
   * Name of the log in its checkpoints, and of its key; by convention its address without the
   * scheme, such as {@code transparency.example.org}.
   */
  String checkpointOrigin();
}
