package org.writ.web.list;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * Which page of a list a caller asks for. A resource's method takes it as a {@code @BeanParam}.
 *
 * @param limit how many entries at most, 1 to 200, as it was sent; null: 50
 * @param cursor {@code nextCursor} of the page before, as it was sent; null: the first page
 */
public record PageQuery(
    @Parameter(
            description = "Entries on a page",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "200",
                    defaultValue = "50"))
        @QueryParam("limit")
        @Nullable String limit,
    @Parameter(description = "nextCursor of the page before") @QueryParam("cursor")
        @Nullable String cursor) {

  private static final int MAX_SIZE = 200;
  private static final int DEFAULT_SIZE = 50;

  /**
   * How many entries the page has at most.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it is no number from 1 to 200
   */
  public int size() {
    if (limit == null) {
      return DEFAULT_SIZE;
    }
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= MAX_SIZE) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the same answer as any other value out of range.
    }
    throw Problems.invalid(
        "The query parameter limit must be a number from 1 to %d.".formatted(MAX_SIZE));
  }

  /**
   * The place after which the page begins; null: the first page.
   *
   * @param places reads a place of this list from a cursor; empty if it is none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the cursor is none of this list
   */
  public <P> @Nullable P after(Function<String, Optional<P>> places) {
    return cursor == null
        ? null
        : places
            .apply(cursor)
            .orElseThrow(
                () ->
                    Problems.invalid(
                        "The query parameter cursor must be a nextCursor of this list."));
  }
}
