package org.writ.review.desk;

/**
 * What somebody typed into one of a case's smaller forms, and what is wrong with it.
 *
 * @param field its name; empty: nothing was typed
 */
record Said(String field, String text, String fault) {

  static final Said NOTHING = new Said("", "", "");

  /** What was typed into a field. */
  public String in(String name) {
    return field.equals(name) ? text : "";
  }

  /** What is wrong with a field. */
  public String faultOf(String name) {
    return field.equals(name) ? fault : "";
  }
}
