package org.writ.review.casework;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;
import org.writ.web.security.Persons;

/**
 * Whom a case is given to.
 *
 * @param assignee opaque id of the person; absent: nobody, the case is only taken from its holder
 */
@Schema(name = "Assignment")
public record AssignmentBody(@Nullable String assignee) {

  /** Reads a body; the reading names every fault. */
  public static Reading<AssignmentBody> read(JsonNode body) {
    return Reading.of(
        body,
        members -> {
          String assignee = members.optionalText("assignee", Text.line(128));
          if (assignee != null && !Persons.PERSON.matcher(assignee).matches()) {
            members.fault("assignee", "must be an opaque id: " + Persons.PERSON.pattern());
          }
          return new AssignmentBody(assignee);
        });
  }
}
