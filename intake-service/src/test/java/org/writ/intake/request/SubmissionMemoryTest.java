package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.writ.web.problem.Reading;
import org.writ.web.problem.StreamedJson;

/**
 * How much memory it takes to read a request for very many accounts: each test has a small heap.
 */
class SubmissionMemoryTest {

  private static final String HEAP = "-Xmx64m";
  private static final int ITEMS = 50_000;

  /**
   * With it 50,000 items are nearly the 64 MiB that a body may have, and more than the heap has.
   */
  private static final String PADDING = " ".repeat(1_100);

  private static final String BYTES = "bytes";
  private static final String TREE = "tree";

  /** What a virtual machine ends with that has none left. */
  private static final int OUT_OF_MEMORY = 3;

  @Test
  void fiftyThousandItemsAreReadInLessMemoryThanTheirBodyTakes() throws Exception {
    // When
    int status = read("streamed");

    // Then
    assertThat(status).isZero();
  }

  @Test
  void bodyAsAWholeDoesNotFit() throws Exception {
    // When
    int bytes = read(BYTES);
    int tree = read(TREE);

    // Then
    assertThat(bytes).isEqualTo(OUT_OF_MEMORY);
    assertThat(tree).isEqualTo(OUT_OF_MEMORY);
  }

  private static int read(String how) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            SubmissionMemoryTest.class.getName(),
            how)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Reads the body, in a virtual machine of its own. */
  public static void main(String... how) throws IOException {
    var context = new SubmissionReader.Context("DE", Instant.parse("2026-11-28T00:00:00Z"), ITEMS);
    Reading<Submission> content =
        switch (how[0]) {
          case BYTES -> streamed(new ByteArrayInputStream(body().readAllBytes()), context);
          case TREE -> SubmissionReader.read(SubmissionBody.JSON.readTree(body()), context);
          default -> streamed(body(), context);
        };
    var submission = ((Reading.Sound<Submission>) content).value();
    if (submission.items().size() != ITEMS) {
      throw new AssertionError(submission.items().size());
    }
  }

  private static Reading<Submission> streamed(InputStream body, SubmissionReader.Context context) {
    var bounds = new StreamedJson.Bounds(64 << 20, 2 << 20);
    return StreamedSubmission.read(SubmissionBody.JSON, body, bounds, context).content();
  }

  /** The body, made while it is read. */
  private static InputStream body() {
    String sound = SubmissionBody.sound().with("/items", "[]").toString();
    String empty = "\"items\":[]";
    int place = sound.indexOf(empty) + empty.length() - 1;
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int part) {
                return new ByteArrayInputStream(text(part - 1).getBytes(StandardCharsets.UTF_8));
              }

              private String text(int item) {
                if (item < 0) {
                  return sound.substring(0, place);
                }
                return item < ITEMS ? item(item) : sound.substring(place);
              }

              @Override
              public int size() {
                return ITEMS + 2;
              }
            }));
  }

  private static String item(int index) {
    return """
    %s{"identifier":{"type":"ACCOUNT_ID","value":"%d"},%s\
    "dataTypes":["IP_ADDRESS","PHONE_NUMBER","DEVICE","USERNAME_HISTORY"],\
    "from":"2026-05-01T00:00:00Z","to":"2026-11-01T00:00:00Z"}\
    """
        .formatted(index == 0 ? "" : ",", 1_000_001 + index, PADDING);
  }
}
