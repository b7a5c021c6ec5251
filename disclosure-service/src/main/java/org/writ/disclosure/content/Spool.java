package org.writ.disclosure.content;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where encrypted bytes wait until their hash is known: a file that only this process can see and
 * that is gone when it ends, however it ends. Not thread-safe.
 */
public final class Spool implements AutoCloseable {

  private final FileChannel file;
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private OutputStream out = OutputStream.nullOutputStream();

  /** Makes the file. */
  public Spool() throws IOException {
    Path path = Files.createTempFile("writ-spool", null);
    // On Unix the name is removed as soon as the file is open.
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Takes the bytes; whatever it took before is forgotten. Closing the stream leaves the spool
   * open.
   */
  public OutputStream begin() throws IOException {
    file.truncate(0);
    digest.reset();
    out =
        new BufferedOutputStream(
            new DigestOutputStream(Channels.newOutputStream(file), digest), 1 << 16) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
    return out;
  }

  /** SHA-256 (hex) of all bytes; to be called once, after the last. */
  public String sha256() throws IOException {
    out.flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The bytes. */
  public FileChannel content() {
    return file;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
