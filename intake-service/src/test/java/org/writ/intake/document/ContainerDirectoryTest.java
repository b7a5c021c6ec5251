package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.intake.document.Documents.ASIC_E;
import static org.writ.intake.document.Documents.add;
import static org.writ.intake.document.Documents.asic;
import static org.writ.intake.document.Documents.latin1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers whose directory says something else than what stands before it. */
class ContainerDirectoryTest {

  private static final String NAME = "order.xml";

  /** Places in an entry of the directory. */
  private static final int METHOD = 10;

  private static final int CRC = 16;
  private static final int SIZE = 24;
  private static final int OFFSET = 42;
  private static final int HEADER_BYTES = 46;

  /** Places in the record at the end, from the end of a file without a comment. */
  private static final int DIRECTORY_FROM_END = 6;

  private static final int END_BYTES = 22;

  private static void inspect(byte[] document) throws UnsafeDocument, IOException {
    Inspection.check(
        DocumentType.ASIC_E, document.length, () -> new ByteArrayInputStream(document));
  }

  private static byte[] container() {
    return asic(ASIC_E, archive -> add(archive, NAME, latin1("<order/>")));
  }

  private static int directoryAt(byte[] container) {
    return littleEndian(container).getInt(container.length - DIRECTORY_FROM_END);
  }

  /** Where the directory's entry of the name begins; it is the last one. */
  private static int listedAt(byte[] container) {
    return new String(container, StandardCharsets.ISO_8859_1).lastIndexOf(NAME) - HEADER_BYTES;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] changed(byte[] container, Consumer<ByteBuffer> change) {
    byte[] changed = container.clone();
    change.accept(littleEndian(changed));
    return changed;
  }

  private static void store(ZipOutputStream archive, String name, byte[] bytes) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    archive.putNextEntry(entry);
    archive.write(bytes);
    archive.closeEntry();
  }

  /** A name of the same length, in Unicode (APPNOTE 4.6.9), for the name of an entry. */
  private static byte[] unicodeName(String unicode) {
    byte[] name = latin1(unicode);
    var sum = new CRC32();
    sum.update(latin1(NAME));
    return littleEndian(new byte[9 + name.length])
        .putShort((short) 0x7075)
        .putShort((short) (5 + name.length))
        .put((byte) 1)
        .putInt((int) sum.getValue())
        .put(name)
        .array();
  }

  private static byte[] withUnicodeName(String unicode) {
    return asic(
        ASIC_E,
        archive -> {
          var entry = new ZipEntry(NAME);
          entry.setExtra(unicodeName(unicode));
          archive.putNextEntry(entry);
          archive.write(latin1("<order/>"));
          archive.closeEntry();
        });
  }

  @Test
  void directoryThatNamesAPlaceOutsideIsRefused() {
    // Given
    byte[] container = container();
    int name = listedAt(container) + HEADER_BYTES;
    byte[] outside = changed(container, bytes -> bytes.put(name, latin1("../../xml")));

    // When, Then
    assertThatThrownBy(() -> inspect(outside))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("outside");
  }

  @Test
  void directoryWithAnotherNameIsRefused() {
    // Given
    byte[] container = container();
    int name = listedAt(container) + HEADER_BYTES;
    byte[] renamed = changed(container, bytes -> bytes.put(name, latin1("other.xml")));

    // When, Then
    assertThatThrownBy(() -> inspect(renamed))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("directory");
  }

  @Test
  void directoryThatPointsIntoAnEntryIsRefused() {
    // Given an entry whose data is an entry of the same name, which inflates to 400 MB
    byte[] bomb =
        Documents.zip(
            archive -> {
              archive.putNextEntry(new ZipEntry(NAME));
              for (int megabyte = 0; megabyte < 400; megabyte++) {
                archive.write(new byte[1 << 20]);
              }
              archive.closeEntry();
            });
    byte[] hidden = Arrays.copyOf(bomb, directoryAt(bomb));
    byte[] container = asic(ASIC_E, archive -> store(archive, NAME, hidden));
    byte[] pointing =
        changed(
            container,
            bytes -> {
              int listed = listedAt(container);
              bytes.put(listed + METHOD, bomb, listedAt(bomb) + METHOD, SIZE + 4 - METHOD);
              bytes.putInt(listed + OFFSET, directoryAt(container) - hidden.length);
            });

    // When, Then
    assertThatThrownBy(() -> inspect(pointing))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("directory");
  }

  @ParameterizedTest
  @ValueSource(ints = {METHOD, CRC, 20, SIZE, OFFSET})
  void directoryWithAnotherValueIsRefused(int place) {
    // Given
    byte[] container = container();
    byte[] changed =
        changed(
            container,
            bytes ->
                bytes.put(
                    listedAt(container) + place,
                    (byte) (bytes.get(listedAt(container) + place) ^ 8)));

    // When, Then
    assertThatThrownBy(() -> inspect(changed)).isInstanceOf(UnsafeDocument.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void bytesThatBelongToNoEntryAreRefused(int gap) {
    // Given bytes between the last entry and the directory
    byte[] container = container();
    int directory = directoryAt(container);
    byte[] wider = new byte[container.length + gap];
    System.arraycopy(container, 0, wider, 0, directory);
    System.arraycopy(container, directory, wider, directory + gap, container.length - directory);
    littleEndian(wider).putInt(wider.length - DIRECTORY_FROM_END, directory + gap);

    // When, Then
    if (gap == 0) {
      assertThatCode(() -> inspect(wider)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> inspect(wider))
          .isInstanceOf(UnsafeDocument.class)
          .hasMessageContaining("directory");
    }
  }

  @Test
  void secondNameIsRefusedUnlessItIsTheSame() {
    // Given
    byte[] outside = withUnicodeName("../../xml");
    byte[] same = withUnicodeName(NAME);

    // When, Then
    assertThatThrownBy(() -> inspect(outside))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("directory");
    assertThatCode(() -> inspect(same)).doesNotThrowAnyException();
  }

  @Test
  void commentMaySayTheTypeAndHasNoEndOfItsOwn() {
    // Given
    byte[] commented = commented("mimetype=" + ASIC_E);
    byte[] ending = commented("PK\u0005\u0006" + "\0".repeat(END_BYTES));

    // When, Then
    assertThatCode(() -> inspect(commented)).doesNotThrowAnyException();
    assertThatThrownBy(() -> inspect(ending))
        .isInstanceOf(UnsafeDocument.class)
        .hasMessageContaining("directory");
  }

  private static byte[] commented(String comment) {
    return asic(
        ASIC_E,
        archive -> {
          archive.setComment(comment);
          add(archive, NAME, latin1("<order/>"));
        });
  }
}
