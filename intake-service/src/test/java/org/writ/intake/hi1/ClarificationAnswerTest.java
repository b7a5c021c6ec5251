package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.answer;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.events.intake.RequestStatus;

/** Answers to questions of the reviewers. */
class ClarificationAnswerTest extends HandoverScenario {

  @Test
  void answerIsLinkedToTheQuestionOrToWhatItIsAbout() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);

    // When, then
    for (String link : new String[] {question(0), AUTHORISATION, TASK}) {
      var decision = decide(create(answer(id(), "The first one, § 4", link)));
      assertThat(codes(decision)).containsExactly(0);
      assertThat(decision.answers())
          .containsExactly(new ClarificationAnswer(REQUEST, "The first one, § 4"));
      assertThat(decision.papers()).as("An answer is no document of the request").isEmpty();
      assertThat(decision.kept())
          .singleElement()
          .satisfies(
              kept ->
                  assertThat(kept.object().at("doc:DocumentBody", "doc:Contents").isMissingNode())
                      .isTrue());
    }
  }

  @Test
  void onlyTheQuestionThatWaitsIsAnswered() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 2);

    // When, then
    assertThat(codes(decide(create(answer(id(), "Late", question(0)))))).containsExactly(3017);
    assertThat(codes(decide(create(answer(id(), "In time", question(1)))))).containsExactly(0);

    // Given
    asked(RequestStatus.UNDER_REVIEW, 2);

    // Then
    assertThat(codes(decide(create(answer(id(), "Late", question(1)))))).containsExactly(3017);
    assertThat(codes(decide(create(answer(id(), "Late", AUTHORISATION))))).containsExactly(3012);
  }

  @Test
  void answerNeedsAQuestion() {
    // Given
    ObjectNode loose = answer(id(), "To whom?", id());
    loose.remove("AssociatedObjects");

    // When, then
    assertThat(codes(decide(create(loose)))).containsExactly(3005);
    assertThat(codes(decide(create(answer(id(), "To whom?", question(0))))))
        .as("Another agency's question, or none")
        .containsExactly(3016);
    assertThat(
            codes(
                decide(
                    create(authorisation(AUTHORISATION)),
                    create(answer(id(), "Nobody asked", AUTHORISATION)))))
        .containsExactly(3000, 3012);
  }

  @Test
  void questionIsAnsweredOnceInAMessage() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);

    // When
    var decision =
        decide(
            create(answer(id(), "One", question(0))), create(answer(id(), "Two", AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsExactly(3000, 3007);
    assertThat(decision.answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "bell \u0007"})
  void answerIsText(String words) {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);
    ObjectNode object = answer(id(), words, question(0));

    // When, then
    assertThat(codes(decide(create(object))).getFirst()).isIn(3005, 3007);
  }

  @Test
  void answerThatIsTooLongOrNoUtf8IsRefused() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);

    // When, then
    assertThat(codes(decide(create(answer(id(), "x".repeat(10_000), question(0))))))
        .containsExactly(0);
    assertThat(codes(decide(create(answer(id(), "x".repeat(10_001), question(0))))))
        .containsExactly(3007);
    ObjectNode latin = answer(id(), "", question(0));
    ((ObjectNode) latin.get("doc:DocumentBody"))
        .put(
            "doc:Contents",
            Base64.getEncoder().encodeToString("Straße".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(codes(decide(create(latin)))).containsExactly(3007);
  }

  @Test
  void answerThatIsNoPlainTextIsNotServed() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);
    ObjectNode object = answer(id(), "%PDF-1.7", question(0));
    ((ObjectNode) object.get("doc:DocumentBody")).put("doc:ContentType", "application/pdf");

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(3001);
  }

  @Test
  void documentOfAnotherTypeIsNoAnswer() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);
    ObjectNode object = answer(id(), "%PDF-1.7", question(0));
    object.set("doc:DocumentType", Terms.entry("ETSI", "EPOCDocumentType", "Correspondence"));

    // When
    var decision = decide(create(object));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    assertThat(decision.answers()).isEmpty();
    assertThat(decision.papers()).hasSize(1);
  }

  @Test
  void wordsStandInNoLogLine() {
    assertThat(new ClarificationAnswer(REQUEST, "Jane Doe").toString()).doesNotContain("Jane");
  }
}
