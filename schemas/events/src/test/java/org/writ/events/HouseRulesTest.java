package org.writ.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {

  /** A protocol that breaks every rule. */
  private static final Protocol PLANTED =
      Protocol.parse(
          """
          {"protocol": "Planted", "namespace": "org.writ.events.review", "types": [
            {"type": "enum", "name": "Mood", "doc": "d", "symbols": ["GOOD", "UNKNOWN"],
              "default": "GOOD"},
            {"type": "enum", "name": "Open", "doc": "d", "symbols": ["UNKNOWN", "MORE"]},
            {"type": "record", "name": "Part", "namespace": "org.writ.events.intake",
              "aliases": ["Piece"], "fields": [
              {"name": "officerName", "type": "string", "doc": "d"},
              {"name": "dueAt", "type": "long", "doc": "d"}]},
            {"type": "record", "name": "Happened", "doc": "d", "fields": [
              {"name": "part", "type": {"type": "array", "items": "org.writ.events.intake.Part"},
                "doc": "d"},
              {"name": "clientIp", "type": ["null", "string"], "default": null, "doc": " "},
              {"name": "identifierType", "type": "string", "doc": "d", "aliases": ["kind"]},
              {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-micros"},
                "doc": "d"},
              {"name": "sealed", "type": "bytes", "doc": "CaseDetails, sealed."}]},
            {"type": "record", "name": "Elsewhere", "doc": "d", "fields": [
              {"name": "mood", "type": "Mood", "doc": "d"},
              {"name": "open", "type": "Open", "doc": "d"},
              {"name": "sealed", "type": ["null", "bytes"], "default": null,
                "doc": "Happened, sealed."}]}]}
          """);

  private static final Set<String> PLANTED_EVENTS = Set.of("org.writ.events.review.Happened");

  private static Set<String> sealed() {
    return Contracts.sealed().stream().map(Schema::getFullName).collect(Collectors.toSet());
  }

  @Test
  void everyTopicHasFileOfItsNameAndEveryFileTopic() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "main", "avro"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Topic.values()).map(topic -> topic.topicName() + ".avdl").toList());
    }
  }

  @Test
  void noTwoFilesDefineTheSameType() {
    assertThat(
            Arrays.stream(Topic.values())
                .flatMap(topic -> Contracts.protocol(topic).getTypes().stream())
                .map(Schema::getFullName))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeAndFieldIsDocumented(Topic topic) {
    assertThat(HouseRules.undocumented(Contracts.protocol(topic))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyEnumFallsBackToUnknown(Topic topic) {
    assertThat(HouseRules.enumsWithoutUnknown(Contracts.protocol(topic))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void typesStandInTheNamespaceOfTheTopicsOwner(Topic topic) {
    assertThat(topic.topicName()).startsWith(topic.owner() + ".");
    assertThat(HouseRules.strangers(Contracts.protocol(topic), topic.owner())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void topicCarriesEveryEventOfItsProtocolAndNoOther(Topic topic) {
    // Given
    Protocol protocol = Contracts.protocol(topic);

    // Then
    assertThat(protocol.getTypes()).containsAll(topic.schemas().values());
    assertThat(HouseRules.orphans(protocol, topic.schemas().keySet(), sealed()))
        .as("Missing from Topic.%s, or, if it is sealed, from Contracts.SEALED", topic)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sealedIsOptionalBytesAndSaysWhatIsInThem(Topic topic) {
    assertThat(
            HouseRules.misusedSealed(Contracts.protocol(topic), topic.schemas().keySet(), sealed()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void timesAreMillisecondsOrDays(Topic topic) {
    assertThat(HouseRules.otherTimes(Contracts.protocol(topic))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsRenamed(Topic topic) {
    assertThat(HouseRules.renamed(Contracts.protocol(topic))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM_ACCOUNT_ACTIVITY")
  void openPartSaysNothingAboutPersons(Topic topic) {
    for (Schema event : topic.schemas().values()) {
      assertThat(HouseRules.personal(event))
          .as("Belongs into the sealed part of %s", event.getName())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void generatedClassesHavePrivateFieldsStringsAndNoSetters(Topic topic) {
    Contracts.protocol(topic).getTypes().stream()
        .filter(type -> type.getType() == Schema.Type.RECORD)
        .<Class<?>>map(SpecificData.get()::getClass)
        .forEach(
            generated -> {
              assertThat(generated.getDeclaredMethods())
                  .extracting(Method::getName)
                  .noneMatch(name -> name.matches("set[A-Z].*"));
              assertThat(generated.getDeclaredFields())
                  .filteredOn(field -> !Modifier.isStatic(field.getModifiers()))
                  .allMatch(field -> Modifier.isPrivate(field.getModifiers()))
                  .noneMatch(field -> field.getType() == CharSequence.class);
            });
  }

  @Test
  void brokenRulesAreFound() {
    assertThat(HouseRules.undocumented(PLANTED))
        .containsExactlyInAnyOrder("Planted", "Part", "Happened.clientIp");
    assertThat(HouseRules.enumsWithoutUnknown(PLANTED)).containsExactly("Mood", "Open");
    assertThat(HouseRules.strangers(PLANTED, "review"))
        .containsExactly("org.writ.events.intake.Part");
    assertThat(HouseRules.orphans(PLANTED, PLANTED_EVENTS, sealed()))
        .containsExactly("org.writ.events.review.Elsewhere");
    assertThat(HouseRules.misusedSealed(PLANTED, PLANTED_EVENTS, sealed()))
        .containsExactly("Happened.sealed", "Elsewhere.sealed");
    assertThat(HouseRules.otherTimes(PLANTED)).containsExactly("Part.dueAt", "Happened.seen");
    assertThat(HouseRules.renamed(PLANTED)).containsExactly("Part", "Happened.identifierType");
    assertThat(HouseRules.personal(PLANTED.getType("org.writ.events.review.Happened")))
        .containsExactly("Happened.clientIp", "Part.officerName");
  }

  @Test
  void everySealedRecordIsInSomeEvent() {
    // Given
    List<String> comments =
        Arrays.stream(Topic.values())
            .flatMap(topic -> topic.schemas().values().stream())
            .map(event -> event.getField("sealed"))
            .flatMap(Stream::ofNullable)
            .map(Schema.Field::doc)
            .toList();

    // Then
    assertThat(Contracts.sealed())
        .allMatch(
            schema ->
                comments.stream().anyMatch(comment -> comment.startsWith(schema.getName() + ",")));
  }
}
