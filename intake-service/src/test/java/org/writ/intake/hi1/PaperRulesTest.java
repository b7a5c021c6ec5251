package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.writ.events.intake.RequestStatus;

/** Documents that come with a message. */
class PaperRulesTest extends HandoverScenario {

  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @Test
  void documentIsKeptWithItsRequestAndWithoutItsBytes() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // When
    var decision = decide(create(pdf(AUTHORISATION)), create(pdf(TASK)));

    // Then
    assertThat(codes(decision)).containsExactly(0, 0);
    assertThat(decision.papers())
        .hasSize(2)
        .allSatisfy(paper -> assertThat(paper.requestId()).isEqualTo(REQUEST));
    var kept = decision.kept().getFirst().object();
    assertThat(kept.at("doc:DocumentBody", "doc:Contents").isMissingNode())
        .as("Bytes are kept with the request's documents only")
        .isTrue();
    assertThat(PaperContent.of(decision.papers().getFirst().object())).isPresent();
  }

  @Test
  void documentComesWithTheTasksThatMakeItsRequest() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(pdf(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsOnly(0);
    assertThat(decision.papers())
        .singleElement()
        .satisfies(
            paper ->
                assertThat(paper.requestId()).isEqualTo(decision.orders().getFirst().requestId()));
  }

  @Test
  void documentWithoutARequestIsRefused() {
    // Given
    var early = decide(create(authorisation(AUTHORISATION)), create(pdf(AUTHORISATION)));

    // Then
    assertThat(codes(early)).containsExactly(3000, 3001);
    assertThat(early.kept()).isEmpty();
    assertThat(early.papers()).isEmpty();
    assertThat(codes(decide(create(pdf(id()))))).containsExactly(3016);
    assertThat(codes(decide(create(pdf())))).containsExactly(3005);
  }

  @Test
  void documentOfTwoRequestsIsRefused() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    String other = id();
    keep(decide(create(authorisation(other))), null, 0);

    // When, then
    assertThat(codes(decide(create(pdf(AUTHORISATION, other))))).containsExactly(3007);
  }

  @Test
  void documentWithoutBytesIsRefused() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode empty = pdf(AUTHORISATION);
    empty.remove("doc:DocumentBody");

    // When, then
    assertThat(codes(decide(create(empty)))).containsExactly(3005);
  }

  private static ObjectNode pdf(String... links) {
    ObjectNode document = Messages.document(id(), "application/pdf", PDF, id());
    document.remove("AssociatedObjects");
    return links.length == 0 ? document : Messages.linked(document, links);
  }
}
