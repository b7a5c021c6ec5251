package org.writ.intake.document;

import java.io.IOException;
import java.io.InputStream;

/** A document that arrived and is not accepted yet. */
interface ArrivedDocument extends Inspection.Content {

  /** Its id, if it is accepted. */
  String documentId();

  /** Size in bytes. */
  long size();

  /** SHA-256 (hex) of the document. */
  String sha256();

  /** The first bytes of the document, as many as its type is told from. */
  byte[] head();

  /** The bytes encrypted with the case key, from their start. */
  InputStream ciphertext() throws IOException;
}
