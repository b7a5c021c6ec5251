package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.document.DocumentRules.Outcome;
import org.writ.intake.request.SubmittedRequests.SubmittedRequest;

class DocumentRulesTest {

  private static final Instant RECEIVED_AT = Instant.parse("2026-11-21T09:30:00Z");
  private static final int MAX = 3;
  private static final String SHA256 = "ab".repeat(32);
  private static final String OTHER_SHA256 = "cd".repeat(32);

  private static SubmittedRequest request(String process, RequestStatus status, boolean frozen) {
    return new SubmittedRequest(
        "r-1", "agency-de", process, "NATIONAL", status, false, frozen, RECEIVED_AT, 1, null);
  }

  private static SubmittedRequest open() {
    return request("COURT_ORDER", RequestStatus.UNDER_REVIEW, false);
  }

  private static NewDocument document(String name, @Nullable DocumentKind kind) {
    return new NewDocument(
        "d-new", new FileName(name), kind, DocumentType.PDF, 17, SHA256, Scan.CLEAN);
  }

  private static KnownDocument known(String name, String sha256, Scan scan) {
    return new KnownDocument("d-" + name, name, sha256, scan);
  }

  private static Outcome decide(
      SubmittedRequest request, NewDocument document, KnownDocument... known) {
    return DocumentRules.decide(request, List.of(known), document, MAX);
  }

  private static DocumentReceived received(Outcome outcome) {
    return (DocumentReceived) ((Outcome.Accepted) outcome).event().data();
  }

  @Test
  void acceptedDocumentIsInTheEventAndItsNameIsSealed() {
    // Given
    var document = document("Dora.pdf", DocumentKind.TRANSLATION);

    // When
    var outcome = (Outcome.Accepted) decide(open(), document);

    // Then
    assertThat(outcome.event().data())
        .isEqualTo(
            new DocumentReceived(
                "d-new", "TRANSLATION", "application/pdf", 17L, SHA256, "CLEAN", null));
    assertThat(outcome.event().personal()).isEqualTo(new DocumentDetails("Dora.pdf"));
  }

  @Test
  void firstDocumentIsTheOrderAndLaterOnesAreSupplements() {
    // Given
    var document = document("b", null);

    // When
    var first = decide(open(), document);
    var second = decide(open(), document, known("a", OTHER_SHA256, Scan.CLEAN));
    var afterAnInfectedOne = decide(open(), document, known("a", OTHER_SHA256, Scan.INFECTED));

    // Then
    assertThat(received(first).getKind()).isEqualTo("ORDER");
    assertThat(received(second).getKind()).isEqualTo("SUPPLEMENT");
    assertThat(received(afterAnInfectedOne).getKind()).isEqualTo("ORDER");
  }

  @Test
  void documentOfAnEmergencyIsItsOrderOnlyIfItIsCalledSo() {
    // Given
    var emergency = request("EMERGENCY", RequestStatus.UNDER_REVIEW, false);

    // When
    var unnamed = decide(emergency, document("a", null));
    var named = decide(emergency, document("a", DocumentKind.ORDER));

    // Then
    assertThat(received(unnamed).getKind()).isEqualTo("SUPPLEMENT");
    assertThat(received(named).getKind()).isEqualTo("ORDER");
  }

  @ParameterizedTest
  @EnumSource(RequestStatus.class)
  void sameNameAndBytesAreARepetitionInEveryState(RequestStatus status) {
    // Given
    var request = request("COURT_ORDER", status, true);

    // When
    var outcome = decide(request, document("a", null), known("a", SHA256, Scan.CLEAN));

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Repeated("d-a"));
  }

  @Test
  void sameNameWithOtherBytesIsAConflict() {
    // Given
    var earlier = known("a", OTHER_SHA256, Scan.CLEAN);

    // When
    var outcome = decide(open(), document("a", null), earlier);

    // Then
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Conflict(
                "The request has another document of this name; give it a new one."));
  }

  @Test
  void nameOfAnInfectedDocumentIsFreeAgain() {
    // Given
    var infected = known("a", SHA256, Scan.INFECTED);

    // When
    var outcome = decide(open(), document("a", null), infected);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void oneDocumentTooManyIsAConflict() {
    // Given
    var all =
        new KnownDocument[] {
          known("a", OTHER_SHA256, Scan.CLEAN),
          known("b", OTHER_SHA256, Scan.INFECTED),
          known("c", OTHER_SHA256, Scan.CLEAN)
        };

    // When
    var outcome = decide(open(), document("d", null), all);

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Conflict("A request takes at most 3 documents."));
  }

  @Test
  void frozenRequestTakesNone() {
    // Given
    var frozen = request("COURT_ORDER", RequestStatus.UNDER_REVIEW, true);

    // When
    var outcome = decide(frozen, document("a", null));

    // Then
    assertThat(outcome)
        .extracting(conflict -> ((Outcome.Conflict) conflict).detail(), STRING)
        .contains("frozen");
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {
        "RECEIVED",
        "UNDER_REVIEW",
        "CLARIFICATION_REQUESTED",
        "APPROVED",
        "PARTLY_APPROVED",
        "PRESERVED"
      })
  void requestThatIsNotAnsweredTakesSupplements(RequestStatus status) {
    // Given
    var request = request("COURT_ORDER", status, false);

    // When
    var outcome = decide(request, document("a", DocumentKind.SUPPLEMENT));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"REFUSED", "NO_DATA", "AVAILABLE", "DELIVERED", "EXPIRED", "WITHDRAWN"})
  void answeredRequestTakesNone(RequestStatus status) {
    // Given
    var request = request("COURT_ORDER", status, false);

    // When
    var outcome = decide(request, document("a", DocumentKind.ORDER));

    // Then
    assertThat(outcome)
        .isEqualTo(new Outcome.Conflict("The request is answered and takes no more documents."));
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"NO_DATA", "AVAILABLE", "DELIVERED", "EXPIRED"})
  void orderOfAnEmergencyFollowsTheAnswer(RequestStatus status) {
    // Given
    var request = request("EMERGENCY", status, false);

    // When
    var order = decide(request, document("a", DocumentKind.ORDER));
    var supplement = decide(request, document("a", DocumentKind.SUPPLEMENT));

    // Then
    assertThat(order).isInstanceOf(Outcome.Accepted.class);
    assertThat(supplement).isInstanceOf(Outcome.Conflict.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"REFUSED", "WITHDRAWN"})
  void emergencyThatDisclosedNothingNeedsNoOrder(RequestStatus status) {
    // Given
    var request = request("EMERGENCY", status, false);

    // When
    var outcome = decide(request, document("a", DocumentKind.ORDER));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
  }
}
