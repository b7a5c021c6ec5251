package org.writ.local;

/** The stack cannot do what it was asked to; the message says why, for the person who asked. */
public class StackException extends RuntimeException {

  StackException(String message) {
    super(message);
  }

  StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
