package org.writ.eventlog.seal;

import org.jspecify.annotations.Nullable;

/**
 * An event came before the key that was sent ahead of it: the two are on different topics. The same
 * will succeed in a moment.
 */
public final class KeyLate extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyLate(String subject) {
    super("The key of case " + subject + " has not arrived yet");
  }

  /** Whether a failure is, or comes from, a key that is late. */
  public static boolean isCauseOf(@Nullable Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeyLate) {
        return true;
      }
    }
    return false;
  }
}
