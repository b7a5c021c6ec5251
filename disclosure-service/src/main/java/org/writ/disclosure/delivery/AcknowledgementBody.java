package org.writ.disclosure.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * What an agency sends to acknowledge a delivery.
 *
 * @param sha256 of the encrypted package, hex
 */
record AcknowledgementBody(String sha256) {

  /** Where a fault of the hash is said to be. */
  static final String POINTER = "/sha256";

  private static final int SHA_256_DIGITS = 64;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  /** Reads a body; the reading names every fault. */
  static Reading<AcknowledgementBody> read(JsonNode body) {
    return Reading.of(
        body,
        members -> {
          String sha256 = members.text("sha256", Text.line(SHA_256_DIGITS));
          if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
            members.fault("sha256", "must be a SHA-256 in 64 hexadecimal digits");
          }
          return sha256 == null ? null : new AcknowledgementBody(sha256);
        });
  }
}
