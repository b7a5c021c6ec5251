package org.writ.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A process of the stack: how it is laid out, started and known to be ready. */
interface Server {

  /** Which part of the stack this is. */
  Part part();

  /** The ports that it listens on. */
  Set<Port> ports();

  /**
   * Makes what must be there before the process starts. Harmless when it is there.
   *
   * @throws StackException if it cannot
   */
  void prepare();

  /** What a new build replaces while it runs; empty if builds leave it alone. */
  default Optional<Path> program() {
    return Optional.empty();
  }

  /** How to start it. */
  Launch launch();

  /** Whether it answers by now. Never throws: what does not answer is not ready. */
  boolean ready();

  /** Makes what must be there before others use it. Harmless when it is there. */
  default void complete() {}
}
