package org.writ.ops;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked to; the message says why, and what to do, to a person. */
public final class OpsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a reason. */
  public OpsException(String message) {
    super(message);
  }

  /** With a reason and what led to it. */
  public OpsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
