package org.writ.review.casework;

import java.util.regex.Pattern;
import org.writ.web.problem.Problems;

/** The ids of cases and of what belongs to them, as they stand in addresses. */
public final class CaseIds {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private CaseIds() {}

  /**
   * An id that can be one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 otherwise
   */
  public static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problems.unknown("There is no such case.");
    }
    return id;
  }
}
