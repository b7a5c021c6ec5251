package org.writ.intake.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.web.problem.Problems;

/**
 * A document that arrived and is not accepted yet: encrypted in a file that only this process can
 * see and that is gone when it ends, however it ends. Memory holds its first bytes only. Not
 * thread-safe; what is opened of it may be read by another thread.
 */
final class SpooledDocument implements ArrivedDocument, AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final CaseKeys keys;
  private final String requestId;
  private final String documentId;
  private final FileChannel file;
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private final MessageDigest sha512 = DigestUtils.getSha512Digest();
  private final ByteBuffer head = ByteBuffer.allocate(DocumentType.HEAD_BYTES);
  private byte[] bodySha256 = new byte[0];
  private byte[] bodySha512 = new byte[0];
  private long size;

  private SpooledDocument(CaseKeys keys, String requestId, String documentId) throws IOException {
    this.keys = keys;
    this.requestId = requestId;
    this.documentId = documentId;
    Path path = Files.createTempFile("writ-document", null);
    // On Unix the name is removed as soon as the file is open.
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Takes a document in.
   *
   * @param maxBytes its size, at most
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 413 if it is larger, 410 if the case's key
   *     is erased
   * @throws IOException if it cannot be read to its end
   */
  static SpooledDocument read(
      CaseKeys keys, String requestId, String documentId, InputStream body, long maxBytes)
      throws IOException {
    var spooled = new SpooledDocument(keys, requestId, documentId);
    try {
      spooled.take(body, maxBytes);
      return spooled;
    } catch (IOException | RuntimeException failure) {
      spooled.close();
      throw failure;
    }
  }

  /** What the encryption binds a document's bytes to. */
  static String associated(String documentId) {
    return "document " + documentId;
  }

  private void take(InputStream body, long maxBytes) throws IOException {
    var spool = new BufferedOutputStream(new Uncloseable(file), BUFFER_BYTES);
    try (OutputStream out =
        keys.encrypting(requestId, associated(documentId), spool)
            .orElseThrow(() -> Problems.gone("The request is erased."))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          throw Problems.tooLarge(maxBytes);
        }
        sha256.update(buffer, 0, read);
        sha512.update(buffer, 0, read);
        head.put(buffer, 0, Math.min(read, head.remaining()));
        out.write(buffer, 0, read);
      }
    }
    bodySha256 = sha256.digest();
    bodySha512 = sha512.digest();
  }

  @Override
  public String documentId() {
    return documentId;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String sha256() {
    return HexFormat.of().formatHex(bodySha256);
  }

  /** Whether the sender meant this document. */
  boolean matches(ContentDigest digest) {
    return digest.matches(bodySha256, bodySha512);
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(head.array(), head.position());
  }

  /** The document itself, from its start. */
  @Override
  public InputStream open() throws IOException {
    return keys.decrypting(requestId, associated(documentId), ciphertext())
        .orElseThrow(() -> Problems.gone("The request is erased."));
  }

  @Override
  public InputStream ciphertext() throws IOException {
    return new Positioned(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Leaves the file open when the cipher that writes to it is closed. */
  private static final class Uncloseable extends OutputStream {

    private final OutputStream out;

    Uncloseable(FileChannel file) {
      this.out = Channels.newOutputStream(file);
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }
  }

  /** Reads from a place of its own, and leaves the file open. */
  private static final class Positioned extends InputStream {

    private final FileChannel file;
    private long position;

    Positioned(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      if (read > 0) {
        position += read;
      }
      return read;
    }
  }
}
