package org.writ.web.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Reads the bodies of calls: within the limit, and strictly. */
@ApplicationScoped
public class JsonBodies {

  private final BodyLimit limit;
  private final ObjectMapper json;

  JsonBodies(BodyLimit limit, ObjectMapper json) {
    this.limit = limit;
    this.json = json;
  }

  /**
   * Reads a body to its end, as a tree.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not JSON, 413 if it is too
   *     long
   */
  public JsonNode read(InputStream body) {
    return StrictJson.read(json, limit.read(body));
  }
}
