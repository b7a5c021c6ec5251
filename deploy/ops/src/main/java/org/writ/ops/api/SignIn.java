package org.writ.ops.api;

import java.util.Optional;

/** As whom calls are made. Thread-safe. */
public interface SignIn {

  /** The access token to send; empty if nobody signs in. */
  Optional<String> token();

  /**
   * Tells that a token was refused.
   *
   * @return whether {@link #token()} now gives another one
   */
  default boolean renew(String refused) {
    return false;
  }

  /** Nobody: for what is public. */
  static SignIn nobody() {
    return Optional::empty;
  }

  /** With a token that somebody fetched elsewhere. */
  static SignIn token(String token) {
    return () -> Optional.of(token);
  }
}
