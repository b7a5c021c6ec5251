package org.writ.intake.hi1;

/** What an action does; the names are the standard's. */
enum Verb {
  GET,
  CREATE,
  UPDATE,
  LIST,
  DELIVER,
  GETCSPCONFIG
}
