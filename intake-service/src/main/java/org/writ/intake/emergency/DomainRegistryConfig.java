package org.writ.intake.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the look-up of mail domains, read from {@code writ.domain-registry.*}. */
@ConfigMapping(prefix = "writ.domain-registry")
interface DomainRegistryConfig {

  /**
   * Base URL of an RDAP server (RFC 9082), or of one that leads to the right server of each domain
   * (RFC 7480, section 5.2). Empty: nobody is asked.
   */
  Optional<URI> url();

  /** How long a look-up may take altogether, with all redirects. */
  @WithDefault("2s")
  Duration timeout();
}
