package org.writ.intake.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.writ.web.problem.Reading;
import org.writ.web.problem.StreamedJson;

/**
 * A submission that was read item by item: neither its body nor the trees of its items ever stand
 * in memory together.
 *
 * @param content what it says, or what is wrong with it
 * @param digest SHA-256 (hex) of the canonical body, see {@link SubmissionDigest}
 */
record StreamedSubmission(Reading<Submission> content, String digest) {

  /**
   * Reads a body to its end.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not JSON, 413 if it is too
   *     long
   */
  static StreamedSubmission read(
      ObjectMapper json,
      InputStream body,
      StreamedJson.Bounds bounds,
      SubmissionReader.Context context) {
    var items = new ItemsReader(context);
    var digest = new SubmissionDigest(json);
    var rest =
        StreamedJson.read(
            json,
            body,
            bounds,
            SubmissionReader.ITEMS,
            item -> {
              items.accept(item);
              digest.accept(item);
            });
    return new StreamedSubmission(SubmissionReader.read(rest, context, items), digest.of(rest));
  }
}
