package org.writ.disclosure.delivery;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.writ.disclosure.problem.Fault;
import org.writ.disclosure.problem.Problems;

/**
 * What an agency sends to acknowledge a delivery.
 *
 * @param sha256 of the encrypted package, hex
 */
record AcknowledgementBody(String sha256) {

  /** Where a fault of the hash is said to be. */
  static final String POINTER = "/sha256";

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  /**
   * Reads a body.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no JSON, 422 with every fault
   */
  static AcknowledgementBody read(ObjectMapper mapper, byte[] body) {
    JsonNode json = parse(mapper, body);
    var faults = new ArrayList<Fault>();
    if (!json.isObject()) {
      throw Problems.invalid(new Fault("", "must be an object"));
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("sha256")) {
                faults.add(
                    new Fault(
                        "/" + name.replace("~", "~0").replace("/", "~1"), "is not known here"));
              }
            });
    String sha256 = json.path("sha256").isTextual() ? json.get("sha256").textValue() : "";
    if (!SHA_256.matcher(sha256).matches()) {
      faults.add(new Fault(POINTER, "must be a SHA-256 in 64 hexadecimal digits"));
    }
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults.toArray(Fault[]::new));
    }
    return new AcknowledgementBody(sha256);
  }

  private static JsonNode parse(ObjectMapper mapper, byte[] body) {
    try {
      JsonNode json =
          mapper
              .reader()
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .readTree(body);
      if (json != null && !json.isMissingNode()) {
        return json;
      }
    } catch (IOException _) {
      throw Problems.malformed("The body is not well-formed JSON.");
    }
    throw Problems.malformed("The body is empty; a JSON object is expected.");
  }
}
