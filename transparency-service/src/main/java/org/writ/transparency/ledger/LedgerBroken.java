package org.writ.transparency.ledger;

/**
 * What is stored or sequenced contradicts what was before: going on would publish a tree that
 * cannot be proved to continue the last one. Somebody has to look; trying again is useless.
 */
public class LedgerBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what was expected and what was found. */
  public LedgerBroken(String message) {
    super(message);
  }
}
