package org.writ.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document which members may be null, so that nobody has to say it beside
 * {@code @Nullable} once more: every such component of a record with a named schema, unless it is
 * left out of the JSON when it is null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class NullableMembers implements OASFilter {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName LEFT_OUT = DotName.createSimple(JsonInclude.class);
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  private final IndexView index;

  /** The filter for the classes of an index: the services'. */
  public NullableMembers(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var components = document.getComponents();
    if (components == null || components.getSchemas() == null) {
      return;
    }
    for (AnnotationInstance named : index.getAnnotations(SCHEMA)) {
      if (named.target().kind() == AnnotationTarget.Kind.CLASS && named.value("name") != null) {
        Schema schema = components.getSchemas().get(named.value("name").asString());
        if (schema != null && schema.getProperties() != null) {
          mark(named.target().asClass(), schema);
        }
      }
    }
  }

  private static void mark(ClassInfo type, Schema schema) {
    if (isLeftOut(type.declaredAnnotation(LEFT_OUT))) {
      return;
    }
    for (RecordComponentInfo component : type.recordComponents()) {
      Schema member = schema.getProperties().get(component.name());
      // What is said of a component stands at its field as well.
      if (member != null
          && component.type().hasAnnotation(NULLABLE)
          && !isLeftOut(component.field().annotation(LEFT_OUT))) {
        schema.addProperty(component.name(), orNull(member));
      }
    }
  }

  private static boolean isLeftOut(@Nullable AnnotationInstance annotation) {
    return annotation != null
        && annotation.value() != null
        && annotation.value().asEnum().equals(JsonInclude.Include.NON_NULL.name());
  }

  private static Schema orNull(Schema member) {
    if (member.getRef() != null) {
      Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
      return OASFactory.createSchema().addAnyOf(member).addAnyOf(none);
    }
    return member.getType() == null || member.getType().contains(SchemaType.NULL)
        ? member
        : member.addType(SchemaType.NULL);
  }
}
