package org.writ.intake.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a document is for. */
@Schema(name = "DocumentKind")
public enum DocumentKind {
  /** The order that the request rests on. */
  ORDER,
  /** A translation of another document. */
  TRANSLATION,
  /** Something that explains or completes the request. */
  SUPPLEMENT,
  /** Anything else. */
  OTHER
}
