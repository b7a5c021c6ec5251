package org.writ.eventlog.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What can be asked of the service under test, as its OpenAPI document has it.
 *
 * @param method such as {@code GET}
 * @param path with the names of parameters in braces
 * @param mediaType of the body; empty if there is none
 * @param roles whose callers may ask for it, in alphabetical order
 */
public record Operation(String method, String path, String mediaType, List<String> roles) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  /** All of them. */
  public static List<Operation> all() {
    try {
      String document = given().accept("application/json").get("/q/openapi").asString();
      var found = new ArrayList<Operation>();
      for (var path : JSON.readTree(document).path("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          found.add(
              new Operation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  mediaType(operation.getValue()),
                  roles(operation.getValue())));
        }
      }
      return List.copyOf(found);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String mediaType(JsonNode operation) {
    var types = operation.at("/requestBody/content").fieldNames();
    return types.hasNext() ? types.next() : "";
  }

  private static List<String> roles(JsonNode operation) {
    var roles = new TreeSet<String>();
    for (var requirement : operation.path("security")) {
      requirement.forEach(scheme -> scheme.forEach(role -> roles.add(role.textValue())));
    }
    return List.copyOf(roles);
  }

  /** Whether callers in this role may ask for it. */
  public boolean isFor(String role) {
    return roles.contains(role);
  }

  /** Names of the parameters in the path. */
  public List<String> parameters() {
    return PARAMETER.matcher(path).results().map(result -> result.group(1)).toList();
  }

  /**
   * Asks for it.
   *
   * @param caller who asks, with a body if one is needed
   * @param values of parameters, by name; "x" for any other
   */
  public Response call(RequestSpecification caller, Map<String, String> values) {
    String filled =
        PARAMETER
            .matcher(path)
            .replaceAll((MatchResult it) -> values.getOrDefault(it.group(1), "x"));
    var request = mediaType.isEmpty() ? caller : caller.contentType(mediaType);
    return request.request(method, filled);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
