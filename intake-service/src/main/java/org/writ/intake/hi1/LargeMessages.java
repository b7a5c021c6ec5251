package org.writ.intake.hi1;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.writ.intake.document.DocumentConfig;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.LargeBodies;
import org.writ.web.problem.LargerBody;
import org.writ.web.problem.Problems;

/**
 * Messages with a document in them: as large a one as is taken anywhere, in base64. All else of a
 * message keeps to the limit of other bodies, as the tree of a message needs many times its bytes.
 */
@ApplicationScoped
class LargeMessages implements LargerBody {

  /** A text of this length or more is taken for a document. */
  private static final int LONG_TEXT = 32 * 1024;

  private final LargeBodies bodies;
  private final long small;

  LargeMessages(
      @ConfigProperty(name = "writ.body.max-size") MemorySize small,
      DocumentConfig documents,
      @ConfigProperty(name = "writ.hi1.large.at-once") int atOnce) {
    this.small = small.asLongValue();
    this.bodies =
        new LargeBodies(
            this.small,
            this.small + base64(documents.maxSize().asLongValue()),
            atOnce,
            "Others with large documents are being read at this moment; send this one again.");
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("POST") && path.equals("/hi1");
  }

  @Override
  public long maxBytes() {
    return bodies.maxBytes();
  }

  /** Takes one in; see {@link LargeBodies#takeIn}. */
  <T> T takeIn(@Nullable Long announced, Supplier<T> work) {
    return bodies.takeIn(announced, work);
  }

  /**
   * Reads a message to its end.
   *
   * @param announced length of the body; null if it announces none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 413 if it is too long, or all but its
   *     documents is
   */
  byte[] read(InputStream body, @Nullable Long announced) {
    byte[] message = BodyLimit.read(body, bodies.bounds(announced).bytes());
    if (message.length > small && withoutLongTexts(message) > small) {
      throw Problems.restTooLarge(small);
    }
    return message;
  }

  /**
   * How many bytes of a message are not in long texts. It need not be sound JSON: what is not is
   * refused when it is read.
   */
  static long withoutLongTexts(byte[] json) {
    long rest = 0;
    int from = 0;
    while (from < json.length) {
      if (json[from] != '"') {
        rest++;
        from++;
        continue;
      }
      int end = endOfText(json, from);
      if (end - from < LONG_TEXT) {
        rest += end - from;
      }
      from = end;
    }
    return rest;
  }

  /** The place behind a text's closing quotation mark. */
  private static int endOfText(byte[] json, int from) {
    int place = from + 1;
    while (place < json.length && json[place] != '"') {
      place += json[place] == '\\' ? 2 : 1;
    }
    return Math.min(place + 1, json.length);
  }

  private static long base64(long bytes) {
    return (bytes + 2) / 3 * 4;
  }
}
