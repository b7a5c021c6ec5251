package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.intake.hi1.Decision.Outcome;
import org.writ.intake.hi1.MessageWriter.Answer;
import org.writ.intake.request.SubmissionBody;

class MessageWriterTest {

  private static final Instant AT = Instant.parse("2019-09-30T13:37:01Z");

  private final MessageWriter writer = new MessageWriter(SubmissionBody.JSON);

  @Test
  void answerToEtsisOwnExampleIsEtsisOwnAnswer() throws Exception {
    // Given
    var request =
        (Reception.Read) new MessageReader(SubmissionBody.JSON).read(Etsi.example("request4.json"));
    var answers =
        request.message().actions().stream()
            .map(
                action ->
                    new Answer(
                        new Outcome(action.id(), action.verb(), action.objectId(), null), null))
            .toList();

    // When
    byte[] written = writer.answers(request.message().header(), AT, answers);

    // Then
    var expected = new String(Etsi.example("response4.json"), StandardCharsets.UTF_8);
    // As texts: the order of the members counts.
    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(Messages.parse(expected).toString());
  }

  @Test
  void sameAnswerIsTheSameBytes() {
    // Given
    var header = Messages.sound(Messages.message(Messages.id(), Messages.get(Messages.id())));
    var refused = new Outcome(0, Verb.GET, null, ErrorCode.UNKNOWN.with("Nothing of that id"));

    // When
    byte[] first = writer.answers(header.header(), AT, List.of(new Answer(refused, null)));
    byte[] second = writer.answers(header.header(), AT, List.of(new Answer(refused, null)));

    // Then
    assertThat(first).isEqualTo(second);
    assertThat(new String(first, StandardCharsets.UTF_8))
        .contains(
            "{\"ActionIdentifier\":0,\"ErrorInformation\":{\"ErrorCode\":3014,\"ErrorDescription\":\"Nothing"
                + " of that id\"}}");
  }

  @Test
  void messageThatIsRefusedAsAWholeHasOneError() {
    // Given
    var message = Messages.sound(Messages.message(Messages.id(), Messages.get(Messages.id())));

    // When
    byte[] written =
        writer.refusal(message.header(), AT, ErrorCode.VERSION_NOT_SUPPORTED.with("No"));

    // Then
    assertThat(
            Messages.parse(new String(written, StandardCharsets.UTF_8))
                .at("/Payload/ResponsePayload/ErrorInformation/ErrorCode")
                .asInt())
        .isEqualTo(3021);
  }

  @Test
  void namespacesThatAreNeededAreDeclared() {
    // Given
    var message = Messages.sound(Messages.message(Messages.id(), Messages.get(Messages.id())));
    var outcome = new Outcome(0, Verb.GETCSPCONFIG, null, null);

    // When
    byte[] written =
        writer.answers(message.header(), AT, List.of(new Answer(outcome, ServedHere.config())));

    // Then
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("\"@xmlns:config\":")
        .doesNotContain("\"@xmlns:doc\":")
        .contains("\"GETCSPCONFIGResponse\":");
  }
}
