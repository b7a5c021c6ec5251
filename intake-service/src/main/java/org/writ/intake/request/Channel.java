package org.writ.intake.request;

/** The ways by which a request comes. */
public enum Channel {
  /** Native JSON. */
  API,
  /** The officers' pages. */
  PAGE,
  /** ETSI TS 103 120. */
  HI1
}
