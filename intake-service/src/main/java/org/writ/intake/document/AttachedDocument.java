package org.writ.intake.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.web.problem.Problems;

/**
 * A document that came inside a message and is held in memory. It is encrypted when it is accepted:
 * the request, and with it the case key, may come with the same message.
 */
final class AttachedDocument implements ArrivedDocument {

  private final CaseKeys keys;
  private final String requestId;
  private final String documentId;
  private final byte[] bytes;

  /** With the bytes of the document, which must not be changed afterwards. */
  AttachedDocument(CaseKeys keys, String requestId, String documentId, byte[] bytes) {
    this.keys = keys;
    this.requestId = requestId;
    this.documentId = documentId;
    this.bytes = bytes;
  }

  @Override
  public String documentId() {
    return documentId;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public String sha256() {
    return DigestUtils.sha256Hex(bytes);
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, DocumentType.HEAD_BYTES));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public InputStream ciphertext() throws IOException {
    var encrypted = new ByteArrayOutputStream(bytes.length + 1_024);
    try (OutputStream out =
        keys.encrypting(requestId, SpooledDocument.associated(documentId), encrypted)
            .orElseThrow(() -> Problems.gone("The request is erased."))) {
      out.write(bytes);
    }
    return new ByteArrayInputStream(encrypted.toByteArray());
  }
}
