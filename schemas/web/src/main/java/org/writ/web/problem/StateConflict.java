package org.writ.web.problem;

/**
 * Something does not stand so that this could be done with it. The message says why to whoever
 * asked (409), and holds nothing about persons. Each room has its own, so that a caller can tell
 * them apart.
 */
public abstract class StateConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the reason, in a sentence. */
  protected StateConflict(String reason) {
    super(reason);
  }

  /** Why it is not possible. */
  public final String reason() {
    return String.valueOf(getMessage());
  }
}
