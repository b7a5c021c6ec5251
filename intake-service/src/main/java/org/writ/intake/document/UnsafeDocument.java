package org.writ.intake.document;

/** A document is of a type that is taken, and must not be passed on. */
final class UnsafeDocument extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * With a sentence for the sender.
   *
   * @param why repeats nothing of the document
   */
  UnsafeDocument(String why) {
    super(why);
    this.why = why;
  }

  /** A sentence for the sender. */
  String why() {
    return why;
  }
}
