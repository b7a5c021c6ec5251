package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a step that does not decide a case: its open part.
 *
 * @param id the request's id
 * @param status how it stands now
 * @param version the ETag's
 */
@Schema(name = "ChangedCase")
public record ChangedCase(String id, CaseStatus status, Instant dueAt, @JsonIgnore long version) {

  static ChangedCase of(CaseRow row, Instant now) {
    return new ChangedCase(row.id, row.standing().status(now), row.dueAt, row.version);
  }
}
