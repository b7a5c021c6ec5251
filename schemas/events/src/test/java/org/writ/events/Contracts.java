package org.writ.events;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.disclosure.DeliveryDetails;
import org.writ.events.disclosure.PreservationDetails;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.HandoverObjectDetails;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestDetails;
import org.writ.events.review.CallBackDetails;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseDocumentDetails;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ReviewReasons;

/** What is released, compared and kept: the events of all topics, and what they carry sealed. */
final class Contracts {

  /** The records that are encrypted into an event's field {@code sealed}. */
  static final List<Class<? extends SpecificRecord>> SEALED =
      List.of(
          RequestDetails.class,
          MessageDetails.class,
          DocumentDetails.class,
          HandoverObjectDetails.class,
          CaseDetails.class,
          DecisionDetails.class,
          CaseMessageDetails.class,
          CaseDocumentDetails.class,
          CallBackDetails.class,
          ReviewReasons.class,
          DeliveryDetails.class,
          PreservationDetails.class);

  private Contracts() {}

  /** The events of all topics and the sealed records: each has versions and golden bytes. */
  static Stream<Class<? extends SpecificRecord>> recordTypes() {
    return Stream.concat(
        Arrays.stream(Topic.values()).flatMap(topic -> topic.recordTypes().stream()),
        SEALED.stream());
  }

  /** The schemas of {@link #recordTypes()}, as they stand in the IDL now. */
  static Stream<Schema> current() {
    return recordTypes().map(SpecificData.get()::getSchema);
  }

  /** The schemas of the sealed records. */
  static List<Schema> sealed() {
    return SEALED.stream().map(SpecificData.get()::getSchema).toList();
  }

  /** Whether a record is encrypted into an event rather than an event itself. */
  static boolean isSealed(Schema schema) {
    return sealed().contains(schema);
  }

  /** The protocol of a topic's file: {@code IntakeRequests} for {@code intake.requests}. */
  static Protocol protocol(Topic topic) {
    String name =
        Arrays.stream(topic.topicName().split("[.-]"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    try {
      Field protocol =
          Class.forName("org.writ.events." + topic.owner() + "." + name).getField("PROTOCOL");
      return (Protocol) protocol.get(null);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(
          "Expected src/main/avro/%s.avdl with the protocol %s in the namespace org.writ.events.%s"
              .formatted(topic.topicName(), name, topic.owner()),
          missing);
    }
  }

  /** Every named type that a schema is made of, itself first, by full name. */
  static Map<String, Schema> namedTypes(Schema schema) {
    var found = new LinkedHashMap<String, Schema>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      default -> {}
    }
  }
}
