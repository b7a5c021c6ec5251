package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Intake;
import org.writ.ops.api.Review;
import org.writ.ops.api.SignIn;

/** Who may do what, by the tokens of a real Keycloak. */
@ExtendWith(RunningSystem.class)
class AccessIT {

  private static final String SOME_ID = "01930000-0000-7000-8000-000000000001";
  private static final String SOME_HASH = "0".repeat(64);

  private final Journey agency = new Journey("agency-de");

  @Test
  void anotherAgencysRequestAndPackageDoNotExist() {
    // Given
    String request = agency.submit();
    Journey.approve(RunningSystem.review(RunningSystem.person("raj")), request);
    String delivery = agency.awaitStatus(request, "AVAILABLE").path("delivery").path("id").asText();
    String hash =
        agency.disclosure().delivery(delivery).require(200).json().path("sha256").asText();
    Intake otherIntake = RunningSystem.intake(RunningSystem.agency("agency-fr"));
    Disclosure otherDisclosure = RunningSystem.disclosure(RunningSystem.agency("agency-fr"));

    // When
    List<Answer> answers =
        List.of(
            otherIntake.request(request),
            otherDisclosure.delivery(delivery),
            otherDisclosure.fetch(delivery),
            otherDisclosure.acknowledge(delivery, hash));

    // Then
    assertThat(answers).allSatisfy(answer -> requireProblem(answer, 404));
    assertThat(otherIntake.requests().require(200).text()).doesNotContain(request);
    assertThat(otherDisclosure.deliveries().require(200).text()).doesNotContain(delivery);
  }

  @Test
  void anOfficerActsForTheAgency() {
    // Given
    String request = agency.submit();

    // When
    Answer seen = RunningSystem.intake(RunningSystem.person("dora")).request(request);

    // Then
    assertThat(seen.status()).isEqualTo(200);
  }

  @Test
  void aDocumentIsReadThroughItsCaseOnly() {
    // Given
    String request = agency.submit();
    byte[] order = "%PDF-1.4\norder".getBytes(StandardCharsets.UTF_8);
    String document =
        agency
            .intake()
            .document(request, "order.pdf", order)
            .require(201)
            .json()
            .path("id")
            .asText();
    Review rita = RunningSystem.review(RunningSystem.person("rita"));
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> rita.read(request), file -> file.is(200) && file.text().contains(document));

    // When
    Answer throughTheCase = rita.document(request, document);
    Answer byAnAuditor =
        RunningSystem.review(RunningSystem.person("ada")).document(request, document);
    Answer aroundIt =
        RunningSystem.intake(RunningSystem.person("rita")).document(request, document);
    Answer auditorAroundIt =
        RunningSystem.intake(RunningSystem.person("ada")).document(request, document);

    // Then
    assertThat(throughTheCase.require(200).body()).isEqualTo(order);
    assertThat(throughTheCase.header("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(byAnAuditor.require(200).body()).isEqualTo(order);
    requireProblem(aroundIt, 403);
    requireProblem(auditorAroundIt, 403);
    requireProblem(rita.document(request, SOME_ID), 404);
  }

  @Test
  void agenciesReviewersAndOperatorsStayInTheirOwnPlaces() {
    // Given
    SignIn agencyCaller = RunningSystem.agency("agency-de");
    SignIn reviewer = RunningSystem.person("rita");
    SignIn operator = RunningSystem.person("olga");

    // When
    Stream<Answer> answers =
        Stream.of(
                calls(RunningSystem.review(agencyCaller)),
                calls(RunningSystem.intake(reviewer)),
                calls(RunningSystem.disclosure(reviewer)),
                calls(RunningSystem.review(operator)),
                calls(RunningSystem.intake(operator)),
                calls(RunningSystem.disclosure(operator)))
            .flatMap(List::stream);

    // Then
    assertThat(answers).allSatisfy(answer -> requireProblem(answer, 403));
  }

  @Test
  void whoDoesNotSignInIsAskedTo() {
    // When
    Stream<Answer> answers =
        Stream.of(
                calls(RunningSystem.review(SignIn.nobody())),
                calls(RunningSystem.intake(SignIn.nobody())),
                calls(RunningSystem.disclosure(SignIn.nobody())))
            .flatMap(List::stream);

    // Then
    assertThat(answers).allSatisfy(answer -> requireProblem(answer, 401));
  }

  @Test
  void aTokenThatNobodyIssuedIsNone() {
    Answer answer = RunningSystem.intake(SignIn.token("x.y.z")).requests();

    assertThat(answer.status()).isEqualTo(401);
  }

  private static List<Answer> calls(Intake intake) {
    return List.of(
        intake.requests(),
        intake.request(SOME_ID),
        intake.submit(UUID.randomUUID().toString(), Journey.order("AZ 1")));
  }

  private static List<Answer> calls(Review review) {
    return List.of(
        review.queue(),
        review.claimNext(),
        review.claim(SOME_ID),
        review.read(SOME_ID),
        review.decide(SOME_ID, "\"1\"", "{\"items\":[]}"));
  }

  private static List<Answer> calls(Disclosure disclosure) {
    return List.of(
        disclosure.deliveries(),
        disclosure.delivery(SOME_ID),
        disclosure.fetch(SOME_ID),
        disclosure.acknowledge(SOME_ID, SOME_HASH));
  }

  /** RFC 9457. */
  private static void requireProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.call()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse(""))
        .as(answer.call())
        .startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).as(answer.call()).isEqualTo(status);
    for (String member : List.of("type", "title", "detail")) {
      assertThat(answer.json().path(member).asText()).as(answer.call() + " " + member).isNotEmpty();
    }
  }
}
