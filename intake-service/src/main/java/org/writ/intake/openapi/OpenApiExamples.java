package org.writ.intake.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Puts examples into the OpenAPI document. They stand in {@code openapi-examples}, a file each, so
 * that tests send them as they are:
 *
 * <pre>
 * POST_v1_requests.json       body of the request; the path with _ for / and without braces
 * POST_v1_requests.202.json   body of an answer
 * Problem.422.json            of all answers with this schema and status that have none of their own
 * Document.json               of all bodies with this schema that have none of their own
 * </pre>
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class OpenApiExamples implements OASFilter {

  private static final String FOLDER = "/openapi-examples/";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> add(name(method, path), operation)));
  }

  /** Of a file, without its ending. */
  static String name(PathItem.HttpMethod method, String path) {
    return method + path.replace("{", "").replace("}", "").replace('/', '_');
  }

  private void add(String name, Operation operation) {
    if (operation.getRequestBody() != null) {
      add(operation.getRequestBody().getContent(), name, "");
    }
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .getAPIResponses()
          .forEach((status, response) -> add(response.getContent(), name, "." + status));
    }
  }

  private void add(@Nullable Content content, String name, String status) {
    if (content == null) {
      return;
    }
    for (String type : List.of(JSON, PROBLEM)) {
      MediaType body = content.getMediaType(type);
      if (body != null) {
        String schema = schema(body);
        Stream.of(name + status, schema + status, schema)
            .map(this::read)
            .flatMap(Optional::stream)
            .findFirst()
            .ifPresent(body::setExample);
      }
    }
  }

  /** The name of a body's schema; empty if it has none. */
  private static String schema(MediaType body) {
    String reference = body.getSchema() == null ? null : body.getSchema().getRef();
    return reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private Optional<Object> read(String name) {
    try (InputStream file = OpenApiExamples.class.getResourceAsStream(FOLDER + name + ".json")) {
      return file == null ? Optional.empty() : Optional.of(json.readValue(file, Object.class));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
