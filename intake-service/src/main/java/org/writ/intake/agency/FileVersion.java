package org.writ.intake.agency;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/** The version of an agency's file as an entity tag (RFC 9110, 8.8.3). */
final class FileVersion {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  private FileVersion() {}

  /** A file with its tag. */
  static Response response(Status status, AgencyFiles.Versioned file) {
    return Response.status(status)
        .tag(new EntityTag(Long.toString(file.version())))
        .entity(file.view())
        .build();
  }

  /**
   * Reads {@code If-Match} where it has to be sent: of what nobody has read, nothing counts.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if it is no tag of ours, 428 if it is
   *     missing
   */
  static long required(@Nullable String ifMatch) {
    Long seen = seen(ifMatch);
    if (seen == null) {
      throw Problems.preconditionMissing(
          "Send If-Match with the ETag of the file whose pending registration you have read.");
    }
    return seen;
  }

  /**
   * Reads {@code If-Match}, where it is sent.
   *
   * @return null if it is not
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if it is no tag of ours
   */
  static @Nullable Long seen(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return null;
    }
    var match = TAG.matcher(ifMatch.strip());
    if (!match.matches()) {
      throw Problems.stale("Send If-Match with the ETag that came with the file.");
    }
    return Long.parseLong(match.group(1));
  }
}
