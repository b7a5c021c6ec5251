package org.writ.intake.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The OpenAPI document as the service gives it out: its calls, their schemas and examples. */
final class OpenApiDocument {

  static final String JSON_TYPE = "application/json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MEDIA_TYPES = List.of(JSON_TYPE, "application/problem+json");

  private final ObjectNode document;

  private OpenApiDocument(ObjectNode document) {
    this.document = document;
  }

  /**
   * A body that the document describes.
   *
   * @param name the call, and {@code request} or the answer's status
   * @param schema what it has to fit
   * @param example missing if there is none
   */
  record Body(String name, JsonNode schema, JsonNode example) {

    boolean hasExample() {
      return !example.isMissingNode();
    }
  }

  static OpenApiDocument read() {
    try {
      var text = given().accept(JSON_TYPE).get("/q/openapi").asString();
      return new OpenApiDocument(closed((ObjectNode) JSON.readTree(text)));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  /** Every body of a request, an answer or a refusal, in JSON. */
  List<Body> bodies() {
    var bodies = new ArrayList<Body>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String name = operation.getKey() + " " + path.getKey() + " ";
        add(bodies, name + "request", operation.getValue().path("requestBody"));
        for (var response : operation.getValue().path("responses").properties()) {
          add(bodies, name + response.getKey(), response.getValue());
        }
      }
    }
    return bodies;
  }

  /**
   * One of these bodies.
   *
   * @param what {@code request} or the answer's status
   */
  Body body(String method, String path, String what) {
    String name = method + " " + path + " " + what;
    return bodies().stream()
        .filter(body -> body.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The document has no body " + name));
  }

  /** The example of a request's body. */
  String example(String method, String path) {
    return body(method, path, "request").example().toString();
  }

  /** Checks that an answer has this status and fits the schema that the document gives for it. */
  void assertFits(Response answer, int status, String method, String path) {
    assertThat(answer.statusCode()).describedAs(answer.asString()).isEqualTo(status);
    var body = body(method, path, Integer.toString(status));
    assertThat(faults(body.schema(), answer.as(JsonNode.class))).isEmpty();
  }

  /** Checks in addition that the answer has just the members that its example has. */
  void assertLike(Response answer, int status, String method, String path) {
    assertFits(answer, status, method, path);
    var example = body(method, path, Integer.toString(status)).example();
    assertThat(differences("", example, answer.as(JsonNode.class))).isEmpty();
  }

  /** Pointers to what is not there, or of another type; values do not count. */
  private static List<String> differences(String pointer, JsonNode example, JsonNode value) {
    var differences = new ArrayList<String>();
    if (example.isObject() && value.isObject()) {
      var names = new TreeSet<String>();
      example.fieldNames().forEachRemaining(names::add);
      value.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        differences.addAll(differences(pointer + "/" + name, example.path(name), value.path(name)));
      }
    } else if (example.isArray() && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        var element = value.get(i);
        if (example.valueStream().noneMatch(one -> differences("", one, element).isEmpty())) {
          differences.add(pointer + "/" + i);
        }
      }
    } else if (example.getNodeType() != value.getNodeType()) {
      differences.add(pointer);
    }
    return differences;
  }

  /** Why a value does not fit a schema; empty if it does. */
  List<String> faults(JsonNode schema, JsonNode value) {
    // The schema refers to the components of the whole document.
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.path("components"));
    whole.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static void add(List<Body> bodies, String name, JsonNode body) {
    for (String type : MEDIA_TYPES) {
      var content = body.path("content").path(type);
      if (content.has("schema")) {
        bodies.add(new Body(name, content.path("schema"), content.path("example")));
      }
    }
  }

  /** No object may have members that the document does not name, or a typing error would fit. */
  private static ObjectNode closed(ObjectNode document) {
    for (JsonNode schema : document.path("components").path("schemas")) {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
    return document;
  }
}
