package org.writ.review.desk.register;

/**
 * That something was not done.
 *
 * @param status what the page is answered with
 * @param why in the reader's language; empty: nothing was refused
 */
record Refusal(int status, String why) {

  static final int INVALID = 422;
  static final Refusal NONE = new Refusal(200, "");

  /** What was typed cannot be read; the page says why at each field. */
  static final Refusal TYPED_WRONGLY = new Refusal(INVALID, "");

  /** Whether what was asked for was done. */
  boolean isNone() {
    return equals(NONE);
  }
}
