package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.request.SubmissionBody;

/** Messages that nobody sends by mistake. */
class HostileMessageTest {

  private final MessageReader reader = new MessageReader(SubmissionBody.JSON);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{",
        "{}",
        "{\"Header\": {}}",
        "{\"Header\": {}, \"Header\": {}}",
        "{} {}",
        "{\"Header\": []}",
        "{\"Header\": null, \"Payload\": null}"
      })
  void whatIsNoMessageIsRefused(String body) {
    // When
    var reception = reader.read(body.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @Test
  void halfOfASurrogatePairIsRefused() {
    // Given
    ObjectNode object = authorisation(id()).put("auth:AuthorisationReference", "HALF");
    String text = message(id(), create(object)).toString().replace("HALF", "\\ud800");

    // When
    var reception = reader.read(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @Test
  void deepNestingIsRefused() {
    // Given
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    // When
    var reception = reader.read(deep.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    // When
    var reception = reader.read(new byte[] {'"', (byte) 0xff, '"'});

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @Test
  void faultsNameNothingOfTheMessage() {
    // Given
    ObjectNode object = authorisation(id());
    object.put("auth:JaneDoe", "secret").put("auth:AuthorisationReference", "secret\u0007");

    // When
    var refused = (Reception.Refused) Messages.read(message(id(), create(object)));

    // Then
    assertThat(refused.refusal().detail()).doesNotContain("JaneDoe").doesNotContain("secret");
  }

  @Test
  void largeDocumentIsReadInReasonableTime() {
    // Given
    ObjectNode object = Messages.object(ObjectType.DOCUMENT, id());
    object
        .putObject("doc:DocumentBody")
        .put("doc:Contents", "QUJD".repeat(400_000))
        .put("doc:ContentType", "application/pdf");

    // When
    var read = Messages.sound(message(id(), create(object)));

    // Then
    assertThat(PaperContent.of(((Action.Create) read.actions().getFirst()).object()))
        .hasValueSatisfying(content -> assertThat(content.bytes()).hasSize(1_200_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"auth:AuthorisationReference\":\"one\",\"auth:AuthorisationReference\":\"two\"",
        "\"ObjectIdentifier\":\"2b36a78b-b628-416d-bd22-404e68a0cd36\"",
        "\"\\ud800\":1",
        "\"auth:AuthorisationReference\":\"\\udc00\\ud800\"",
        "\"auth:AuthorisationApprovalDetails\":{\"common:ApproverName\":\"\\ud800\"}",
        "\"auth:AuthorisationReference\":\"\\u0000\"",
        "\"auth:AuthorisationReference\":NaN",
        "\"Generation\":1e400",
        "\"Generation\":99999999999999999999999999",
        "\"__proto__\":{}"
      })
  void whatIsHiddenInAnObjectIsRefused(String members) {
    // Given
    ObjectNode object = Messages.object(ObjectType.AUTHORISATION, id()).put("HIDDEN", 1);
    String text = message(id(), create(object)).toString().replace("\"HIDDEN\":1", members);

    // When
    var reception = reader.read(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 2_000, 100_000})
  void deepNestingWhereNationalProfilesFillInIsRefused(int depth) {
    // Given
    ObjectNode object = authorisation(id()).put("auth:AuthorisationApprovalDetails", "DEEP");
    String text =
        message(id(), create(object))
            .toString()
            .replace("\"DEEP\"", "{\"common:A\":".repeat(depth) + "1" + "}".repeat(depth));

    // When
    var reception = reader.read(text.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @Test
  void messageHasAThousandActionsAtMost() {
    // Given
    ObjectNode[] actions = Stream.generate(() -> get(id())).limit(1_001).toArray(ObjectNode[]::new);

    // When
    var tooMany = Messages.read(message(id(), actions));
    var enough = Messages.read(message(id(), java.util.Arrays.copyOf(actions, 1_000)));

    // Then
    assertThat(((Reception.Refused) tooMany).refusal().code()).isEqualTo(3020);
    assertThat(enough).isInstanceOf(Reception.Read.class);
  }

  @Test
  void wideObjectsAreRefused() {
    // Given
    ObjectNode wide = authorisation(id());
    var details = wide.putObject("auth:AuthorisationApprovalDetails");
    for (int part = 0; part <= 200; part++) {
      details.put("common:Part" + part, part);
    }
    ObjectNode links = task(id(), id());
    var linked = links.putObject("AssociatedObjects").putArray("AssociatedObject");
    for (int link = 0; link <= 1_000; link++) {
      linked.add(id());
    }

    // When, then
    for (ObjectNode object : new ObjectNode[] {wide, links}) {
      var reception = Messages.read(message(id(), create(object)));
      assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
    }
  }
}
