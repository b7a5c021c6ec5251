package org.writ.review.casework;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * The state of a case that a caller has seen, by its {@code ETag}: the case's version. Others who
 * only read the case in between raise its version and change nothing that the caller has seen, so a
 * version is stale only once more than a reading has followed on it.
 *
 * @param version as in the tag; -1 for a tag that this service never gives
 */
public record SeenVersion(long version) {

  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,18})\"\\s*");

  /** The tag of a version. */
  static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Reads {@code If-Match} where it has to be.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 if it is missing
   */
  static SeenVersion required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problems.preconditionMissing(
          "Send If-Match with the ETag that came with the case when you last saw it.");
    }
    Matcher tag = TAG.matcher(ifMatch);
    return new SeenVersion(tag.matches() ? Long.parseLong(tag.group(1)) : -1);
  }

  /**
   * Refuses a change of a case that is no longer what the caller has seen.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if it is stale
   */
  void requireCurrent(CaseRow row) {
    if (version < row.changedVersion || version > row.version) {
      throw Problems.stale("The case has changed since you saw it; read it again.");
    }
  }
}
