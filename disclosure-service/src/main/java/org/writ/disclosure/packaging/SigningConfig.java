package org.writ.disclosure.packaging;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What the platform signs packages with, read from {@code writ.signing.*}. */
@ConfigMapping(prefix = "writ.signing")
public interface SigningConfig {

  /** File with the private key: PEM, RSA (2048 bits or more) or EC. */
  Path key();

  /** File with the X.509 certificate of that key: PEM. */
  Path certificate();
}
