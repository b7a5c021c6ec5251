package org.writ.intake.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who said what for. */
@Schema(name = "RequestMessageKind")
public enum MessageKind {
  /** The reviewers asked. */
  QUESTION,
  /** The agency answered a question. */
  ANSWER,
  /** The agency added something that nobody asked for. */
  SUPPLEMENT,
  /** The agency took the request back, and why. */
  WITHDRAWAL
}
