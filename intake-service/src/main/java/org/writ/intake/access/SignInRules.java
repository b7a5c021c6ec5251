package org.writ.intake.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How officers sign in. */
@ConfigMapping(prefix = "writ.officers")
interface SignInRules {

  /** Clients that people sign in with. */
  Optional<List<String>> signInClients();

  /** Values of the claim {@code acr}, one of which a person's token has to have; empty: any. */
  Optional<List<String>> requiredAcr();
}
