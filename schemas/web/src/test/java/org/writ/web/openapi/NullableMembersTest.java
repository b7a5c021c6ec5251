package org.writ.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NullableMembersTest {

  @Schema(name = "Shown")
  record Shown(
      String always,
      @Nullable String perhaps,
      @Nullable Instant referred,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String leftOut) {}

  @Schema(name = "Sparse")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sparse(@Nullable String leftOut) {}

  @Test
  void nullableMembersMayBeNullUnlessTheyAreLeftOut() throws IOException {
    // Given
    var shown =
        object("always", "perhaps", "leftOut")
            .addProperty("referred", OASFactory.createSchema().ref("Instant"));
    var sparse = object("leftOut");
    var document =
        OASFactory.createOpenAPI()
            .components(
                OASFactory.createComponents()
                    .addSchema("Shown", shown)
                    .addSchema("Sparse", sparse));

    // When
    new NullableMembers(Index.of(Shown.class, Sparse.class)).filterOpenAPI(document);

    // Then
    assertThat(types(shown, "always")).containsExactly(SchemaType.STRING);
    assertThat(types(shown, "perhaps")).containsExactly(SchemaType.STRING, SchemaType.NULL);
    assertThat(types(shown, "leftOut")).containsExactly(SchemaType.STRING);
    assertThat(types(sparse, "leftOut")).containsExactly(SchemaType.STRING);
    assertThat(member(shown, "referred").getAnyOf())
        .satisfiesExactly(
            reference -> assertThat(reference.getRef()).endsWith("/Instant"),
            none -> assertThat(none.getType()).containsExactly(SchemaType.NULL));
  }

  private static org.eclipse.microprofile.openapi.models.media.Schema object(String... members) {
    var schema = OASFactory.createSchema();
    for (String member : members) {
      schema.addProperty(member, OASFactory.createSchema().addType(SchemaType.STRING));
    }
    return schema;
  }

  private static List<SchemaType> types(
      org.eclipse.microprofile.openapi.models.media.Schema schema, String member) {
    return member(schema, member).getType();
  }

  private static org.eclipse.microprofile.openapi.models.media.Schema member(
      org.eclipse.microprofile.openapi.models.media.Schema schema, String name) {
    return Objects.requireNonNull(schema.getProperties().get(name));
  }
}
