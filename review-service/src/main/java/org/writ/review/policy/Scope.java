package org.writ.review.policy;

/** What a rule looks at; {@code applies} in the document. */
public enum Scope {
  /** The request as a whole: the rule is run once. */
  REQUEST,
  /** Each of its items: the rule is run once per item, and sees the request's facts too. */
  ITEM
}
