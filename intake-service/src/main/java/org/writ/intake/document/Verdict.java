package org.writ.intake.document;

/** What a virus scanner says of a document. */
sealed interface Verdict {

  /** It found nothing. */
  record Clean() implements Verdict {}

  /**
   * It found something.
   *
   * @param signature the scanner's name of it, such as {@code Eicar-Test-Signature}
   */
  record Infected(String signature) implements Verdict {}

  /**
   * It could not be asked, or did not answer in time.
   *
   * @param reason for the log
   */
  record Unreachable(String reason) implements Verdict {}

  /** Its own limit of size is below the document's: it will never scan it. */
  record TooLarge() implements Verdict {}

  /**
   * It was asked and did not scan this document. Not the same as clean.
   *
   * @param answer what it said, for the log
   */
  record NotScanned(String answer) implements Verdict {}
}
