package org.writ.intake.hi1;

/**
 * What one message may have us look at. Everything that is looked at is loaded, decrypted and held
 * in memory, so that without bounds a small message could take a service's whole time.
 *
 * @param named objects that it names
 * @param requests whose objects they are, and that its LISTs look at
 * @param objects of these requests, all together
 * @param records that its LISTs are answered, all together
 */
record ReadBounds(int named, int requests, int objects, int records) {

  /** A message that needs more is refused before anything is done. */
  static final ReadBounds ADMITTED = new ReadBounds(5_000, 500, 10_000, 5_000);

  /** The same with what an admitted message itself may add: it is answered. */
  static final ReadBounds ANSWERED = new ReadBounds(5_000, 1_500, 12_000, 8_000);

  /** LISTs of a message, at most. */
  static final int LISTS = 10;

  /** A message needs more than is looked at. */
  static final class TooMuch extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    TooMuch(String detail) {
      super(detail);
      this.refusal = ErrorCode.NOT_SUPPORTED.with(detail);
    }

    Refusal refusal() {
      return refusal;
    }
  }
}
