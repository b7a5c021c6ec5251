package org.writ.transparency.facts;

/** What a call to the agency of an emergency came to, at the number on file about it. */
public enum CallBack {
  /** Nobody could be reached so far. */
  NOT_REACHED,
  /** The agency confirmed the request. */
  CONFIRMED,
  /** The agency knew nothing of it. */
  DENIED
}
