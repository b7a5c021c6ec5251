package org.writ.intake.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as agencies send them, and as nobody should. */
public final class Documents {

  public static final String ASIC_E = "application/vnd.etsi.asic-e+zip";
  public static final String ASIC_S = "application/vnd.etsi.asic-s+zip";

  /** What every scanner finds, in two halves so that none finds it in this file. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private Documents() {}

  /** What is written into an archive. */
  public interface Entries {
    void writeTo(ZipOutputStream archive) throws IOException;
  }

  public static byte[] pdf(String text) {
    return latin1(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + text + "\ntrailer\n%%EOF\n");
  }

  /** A PDF of exactly this size. */
  public static byte[] pdf(int size) {
    byte[] bytes = Arrays.copyOf(pdf("large"), size);
    Arrays.fill(bytes, pdf("large").length, size, (byte) ' ');
    return bytes;
  }

  public static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** A container with an order and its signature. */
  public static byte[] asic() {
    return asic(
        ASIC_E,
        archive -> {
          add(archive, "order.pdf", pdf("order"));
          add(archive, "META-INF/signatures001.xml", latin1("<XAdESSignatures/>"));
        });
  }

  public static byte[] asic(String mediaType, Entries entries) {
    return zip(
        archive -> {
          byte[] bytes = latin1(mediaType);
          var first = new ZipEntry("mimetype");
          first.setMethod(ZipEntry.STORED);
          first.setSize(bytes.length);
          var crc = new CRC32();
          crc.update(bytes);
          first.setCrc(crc.getValue());
          archive.putNextEntry(first);
          archive.write(bytes);
          entries.writeTo(archive);
        });
  }

  public static byte[] zip(Entries entries) {
    var bytes = new ByteArrayOutputStream();
    try (var archive = new ZipOutputStream(bytes)) {
      entries.writeTo(archive);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  public static void add(ZipOutputStream archive, String name, byte[] bytes) throws IOException {
    archive.putNextEntry(new ZipEntry(name));
    archive.write(bytes);
    archive.closeEntry();
  }

  /** Some kilobytes that inflate to this many megabytes of zeros. */
  public static byte[] bomb(int megabytes) {
    byte[] megabyte = new byte[1 << 20];
    return asic(
        ASIC_E,
        archive -> {
          archive.putNextEntry(new ZipEntry("order.xml"));
          for (int written = 0; written < megabytes; written++) {
            archive.write(megabyte);
          }
          archive.closeEntry();
        });
  }
}
