package org.writ.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.web.problem.Problems;

/** Whether the client that a token was issued to may act for the agency that the token names. */
@ApplicationScoped
public class ActingClient {

  private final Caller caller;
  private final Set<String> signInClients;

  ActingClient(
      Caller caller,
      @ConfigProperty(name = "writ.officers.sign-in-clients")
          Optional<List<String>> signInClients) {
    this.caller = caller;
    this.signInClients = Set.copyOf(signInClients.orElse(List.of()));
  }

  /**
   * Lets the current caller pass whose client may act for its agency: a person signs in with a
   * client for people; a machine's client has to be the agency's own.
   *
   * @param isOnFile whether a client is on the file of the caller's agency; asked only where that
   *     matters
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if it may not
   */
  public void require(Predicate<String> isOnFile) {
    if (!caller.namesAgency()) {
      return;
    }
    boolean allowed =
        caller
            .client()
            .filter(client -> signInClients.contains(client) || isOnFile.test(client))
            .isPresent();
    if (!allowed) {
      throw Problems.forbidden(
          "The client that the token was issued to may not act for the agency.");
    }
  }
}
