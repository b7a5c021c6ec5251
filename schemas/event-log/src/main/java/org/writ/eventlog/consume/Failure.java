package org.writ.eventlog.consume;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A failure as it may be logged: where it came from, without its message, which may quote what is
 * about persons.
 */
final class Failure {

  private static final int FRAMES = 5;

  private Failure() {}

  /** The classes of a failure and of its causes, each with its innermost frames. */
  static String trace(Throwable failure) {
    var trace = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : " caused by ").append(cause.getClass().getName());
      trace.append(
          Arrays.stream(cause.getStackTrace())
              .limit(FRAMES)
              .map(
                  frame ->
                      frame.getClassName()
                          + "."
                          + frame.getMethodName()
                          + ":"
                          + frame.getLineNumber())
              .collect(Collectors.joining(" < ", " at ", "")));
    }
    return trace.toString();
  }
}
