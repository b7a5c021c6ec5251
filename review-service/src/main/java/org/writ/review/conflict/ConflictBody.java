package org.writ.review.conflict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;
import org.writ.web.security.Persons;

/**
 * A conflict that is declared.
 *
 * @param agency id of the agency
 * @param reviewer opaque id of the person; absent: the caller
 */
@Schema(name = "ConflictBody")
public record ConflictBody(String agency, @Nullable String reviewer) {

  /** As intake lets agencies be called. */
  static final Pattern AGENCY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Text ID = Text.line(128);

  /** Whether intake would let an agency be called so. */
  public static boolean isAgency(String id) {
    return AGENCY.matcher(id).matches();
  }

  /** Reads a body; the reading names every fault. */
  public static Reading<ConflictBody> read(JsonNode body) {
    return Reading.of(
        body,
        members -> {
          String agency = matching(members, "agency", members.text("agency", ID), AGENCY);
          String reviewer =
              matching(members, "reviewer", members.optionalText("reviewer", ID), Persons.PERSON);
          return agency == null ? null : new ConflictBody(agency, reviewer);
        });
  }

  private static @Nullable String matching(
      Members members, String name, @Nullable String id, Pattern pattern) {
    if (id != null && !pattern.matcher(id).matches()) {
      members.fault(name, "must be an id: " + pattern.pattern());
      return null;
    }
    return id;
  }
}
