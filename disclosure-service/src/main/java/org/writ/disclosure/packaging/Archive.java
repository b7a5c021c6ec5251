package org.writ.disclosure.packaging;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** A ZIP that is the same whenever the same files are written: their order and a fixed time. */
final class Archive implements AutoCloseable {

  /**
   * The time of every entry. The first month of 1980 is left out, as ZIP counts from there and Java
   * then adds a field that depends on the machine's time zone.
   */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** What a file consists of. */
  interface Content {
    /** Writes it; the stream need not be closed, and may be. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * A file as it was written.
   *
   * @param path within the archive
   * @param sha256 of its bytes, hex
   * @param size in bytes
   */
  record WrittenFile(String path, String sha256, long size) {}

  private final ZipOutputStream zip;

  /** Writes to this stream, which closing leaves open. */
  Archive(OutputStream out) {
    this.zip = new ZipOutputStream(new Unclosed(out));
  }

  /** Adds a file. */
  WrittenFile add(String path, Content content) throws IOException {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    var hashing = new Hashing(zip);
    content.writeTo(hashing);
    zip.closeEntry();
    return new WrittenFile(path, hashing.sha256(), hashing.size);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static final class Hashing extends Unclosed {

    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long size;

    Hashing(OutputStream out) {
      super(out);
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      digest.update((byte) value);
      size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      digest.update(bytes, offset, length);
      size += length;
    }
  }
}
