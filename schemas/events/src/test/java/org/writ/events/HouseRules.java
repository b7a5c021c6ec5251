package org.writ.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What every contract keeps to, beyond what Avro asks for. Each rule answers with its breaches. */
final class HouseRules {

  /** The default of every enum: what an older program reads for a symbol that it does not know. */
  private static final String UNKNOWN = "UNKNOWN";

  private static final String SEALED = "sealed";

  /** Words of a field's name that suggest that it says something about a person. */
  private static final Set<String> PERSONAL =
      Set.of(
          "address",
          "birth",
          "birthday",
          "comment",
          "contact",
          "description",
          "device",
          "email",
          "explanation",
          "explanations",
          "firstname",
          "imei",
          "imsi",
          "ip",
          "lastname",
          "latitude",
          "location",
          "longitude",
          "mail",
          "message",
          "mobile",
          "msisdn",
          "name",
          "nickname",
          "note",
          "officer",
          "passport",
          "person",
          "phone",
          "reference",
          "statute",
          "surname",
          "telephone",
          "text",
          "user",
          "username",
          "value");

  /** Fields whose name says so and which are about an authority: its official name and number. */
  private static final Set<String> AUTHORITIES =
      Set.of(
          "AgencyRegistered.name",
          "AgencyRegistered.callBackPhone",
          "RequestSubmitted.agencyName",
          "RequestSubmitted.callBackPhone",
          "CaseOpened.agencyName",
          "CaseOpened.callBackPhone",
          "CaseDecided.agencyName",
          "DeliveryOpened.agencyName");

  private HouseRules() {}

  /** Protocol, types and fields that no comment explains. */
  static List<String> undocumented(Protocol protocol) {
    var faults = new ArrayList<String>();
    if (blank(protocol.getDoc())) {
      faults.add(protocol.getName());
    }
    for (Schema type : protocol.getTypes()) {
      if (blank(type.getDoc())) {
        faults.add(type.getName());
      }
    }
    eachField(
        protocol.getTypes(),
        (record, field) -> {
          if (blank(field.doc())) {
            faults.add(place(record, field));
          }
        });
    return faults;
  }

  /** Enums that do not begin with UNKNOWN and fall back to it. */
  static List<String> enumsWithoutUnknown(Protocol protocol) {
    return protocol.getTypes().stream()
        .filter(type -> type.getType() == Schema.Type.ENUM)
        .filter(
            type ->
                !UNKNOWN.equals(type.getEnumDefault())
                    || !UNKNOWN.equals(type.getEnumSymbols().getFirst()))
        .map(Schema::getName)
        .toList();
  }

  /** Types outside the namespace of the service that owns the topic. */
  static List<String> strangers(Protocol protocol, String owner) {
    return protocol.getTypes().stream()
        .filter(type -> !type.getNamespace().equals("org.writ.events." + owner))
        .map(Schema::getFullName)
        .toList();
  }

  /** Records that are neither an event of the topic, nor sealed into one, nor part of another. */
  static List<String> orphans(Protocol protocol, Set<String> events, Set<String> sealed) {
    var parts = new HashSet<String>();
    for (Schema type : protocol.getTypes()) {
      Contracts.namedTypes(type).keySet().stream()
          .filter(name -> !name.equals(type.getFullName()))
          .forEach(parts::add);
    }
    return protocol.getTypes().stream()
        .map(Schema::getFullName)
        .filter(name -> !parts.contains(name) && !events.contains(name) && !sealed.contains(name))
        .toList();
  }

  /**
   * Fields {@code sealed} that are not optional bytes, stand in no event, or whose comment does not
   * begin with the name of the sealed record of the same protocol that is in them.
   */
  static List<String> misusedSealed(Protocol protocol, Set<String> events, Set<String> sealed) {
    Schema optionalBytes =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.BYTES));
    var faults = new ArrayList<String>();
    eachField(
        protocol.getTypes(),
        (record, field) -> {
          if (!field.name().equals(SEALED)) {
            return;
          }
          boolean optional =
              field.schema().equals(optionalBytes) && field.defaultVal() == Schema.NULL_VALUE;
          String content =
              protocol.getNamespace() + "." + String.valueOf(field.doc()).split("\\W")[0];
          boolean named = sealed.contains(content) && protocol.getType(content) != null;
          if (!optional || !named || !events.contains(record.getFullName())) {
            faults.add(place(record, field));
          }
        });
    return faults;
  }

  /** Fields that are named like a time and are not one, or are one in another unit. */
  static List<String> otherTimes(Protocol protocol) {
    var faults = new ArrayList<String>();
    eachField(
        protocol.getTypes(),
        (record, field) -> {
          Schema schema = required(field.schema());
          String meaning = schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
          boolean time = meaning.equals("timestamp-millis") || meaning.equals("date");
          String last = words(field.name()).getLast();
          boolean named = Set.of("at", "on", "until", "from", "to").contains(last);
          if (named && !time || meaning.startsWith("time") && !time) {
            faults.add(place(record, field));
          }
        });
    return faults;
  }

  /** Types and fields with an alias: a name is never changed, as older programs cannot know it. */
  static List<String> renamed(Protocol protocol) {
    var faults = new ArrayList<String>();
    for (Schema type : protocol.getTypes()) {
      if (!type.getAliases().isEmpty()) {
        faults.add(type.getName());
      }
    }
    eachField(
        protocol.getTypes(),
        (record, field) -> {
          if (!field.aliases().isEmpty()) {
            faults.add(place(record, field));
          }
        });
    return faults;
  }

  /** Fields of an event's open part whose name suggests that they are about a person. */
  static List<String> personal(Schema event) {
    var faults = new ArrayList<String>();
    eachField(
        Contracts.namedTypes(event).values(),
        (record, field) -> {
          if (words(field.name()).stream().anyMatch(PERSONAL::contains)
              && !AUTHORITIES.contains(place(record, field))) {
            faults.add(place(record, field));
          }
        });
    return faults;
  }

  private static void eachField(Iterable<Schema> types, BiConsumer<Schema, Schema.Field> visitor) {
    for (Schema type : types) {
      if (type.getType() == Schema.Type.RECORD) {
        type.getFields().forEach(field -> visitor.accept(type, field));
      }
    }
  }

  private static String place(Schema record, Schema.Field field) {
    return record.getName() + "." + field.name();
  }

  private static Schema required(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  private static boolean blank(@Nullable String doc) {
    return doc == null || doc.isBlank();
  }

  /** The words of a name in camel case, in lower case. */
  private static List<String> words(String name) {
    return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
