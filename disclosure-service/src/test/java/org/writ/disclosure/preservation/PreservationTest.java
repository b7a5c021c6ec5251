package org.writ.disclosure.preservation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationOutcome;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.platform.AccountDeleted;

/** Copies that are put aside upon preservation orders, for their time and no longer. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class PreservationTest extends PreservationScenario {

  @Inject PreserveData preserveData;

  @Test
  void exactlyWhatWasApprovedIsPutAsideAndOutlivesTheAccount() {
    // Given
    logins();
    decide("NATIONAL", "item-1", number, "item-2", "+49999999999");

    // When
    Instant before = clock.instant();
    worker.check();

    // Then
    DataPreserved preserved = (DataPreserved) awaitLast(DataPreserved.class).data();
    assertThat(preserved.getUntil())
        .isBetween(before.plus(Duration.ofDays(90)), clock.instant().plus(Duration.ofDays(90)));
    assertThat(preserved.getRule()).isEqualTo(RULE);
    assertThat(preserved.getItems())
        .containsExactly(
            new ItemPreservation(
                "item-1",
                PreservationOutcome.PRESERVED,
                List.of("PHONE_NUMBER", "IP_ADDRESS"),
                3L,
                null),
            new ItemPreservation(
                "item-2", PreservationOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER"));
    JsonNode copy = copy(preserved).orElseThrow();
    assertThat(copy.path("itemId").asText()).isEqualTo("item-1");
    assertThat(copy.at("/records/PHONE_NUMBER/0/phoneNumber").asText()).isEqualTo(number);
    assertThat(copy.at("/records/IP_ADDRESS").findValuesAsText("ipAddress"))
        .containsExactly("198.51.100.7", "2001:db8::7");
    assertThat(copy.at("/records").properties()).hasSize(2);

    // When
    platform(new AccountDeleted(account, Instant.parse("2026-11-21T11:00:00Z")));
    await().until(() -> count("account WHERE deleted_at IS NOT NULL AND account_id = ?") == 1);

    // Then
    assertThat(copy(preserved)).contains(copy);
  }

  @Test
  void nothingIsHandedOverOnPreservationAlone() {
    // Given
    preserve("NATIONAL");

    // Then
    given()
        .auth()
        .oauth2(TestTokens.client("agency-de"))
        .queryParam("requestId", request)
        .get("/v1/deliveries")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    assertThat(types()).containsExactly("PreservationOpened", "DataPreserved");
  }

  @ParameterizedTest
  @CsvSource({"NATIONAL, 90", "EU_E_EVIDENCE, 60"})
  void copyIsDeletedOnceItsTimeIsOver(String regime, int days) {
    // Given
    String sha256 = preserve(regime).getSha256();
    clock.forward(Duration.ofDays(days).minusMinutes(1));
    worker.check();
    long within = pieces(sha256);
    clock.forward(Duration.ofMinutes(30));
    worker.check();
    long inGrace = pieces(sha256);

    // When
    clock.forward(Duration.ofMinutes(40));
    worker.check();
    worker.check();

    // Then
    assertThat(within).isEqualTo(1);
    assertThat(inGrace).isEqualTo(1);
    assertThat(pieces(sha256)).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(types())
                    .containsExactly("PreservationOpened", "DataPreserved", "PreservationExpired"));
  }

  @Test
  void extendedCopyIsKeptForLonger() {
    // Given
    DataPreserved preserved = preserve("NATIONAL");
    Instant until = preserved.getUntil().plus(Duration.ofDays(90));

    // When
    events.publish(Topic.INTAKE_REQUESTS, request, new PreservationExtended(until, RULE, 1));

    // Then
    assertThat(awaitLast(PreservationProlonged.class).data())
        .isEqualTo(new PreservationProlonged(preserved.getPreservationId(), until, RULE, 1));
    clock.forward(Duration.ofDays(91));
    worker.check();
    assertThat(pieces(preserved.getSha256())).isEqualTo(1);
    clock.forward(Duration.ofDays(90));
    worker.check();
    assertThat(pieces(preserved.getSha256())).isZero();
  }

  @Test
  void extensionThatComesAfterTheEndChangesNothing() {
    // Given
    DataPreserved preserved = preserve("NATIONAL");
    clock.forward(Duration.ofDays(91));
    worker.check();

    // When
    events.publish(
        Topic.INTAKE_REQUESTS,
        request,
        new PreservationExtended(preserved.getUntil().plus(Duration.ofDays(90)), RULE, 1));

    // Then
    awaitConsumed(Topic.INTAKE_REQUESTS);
    await()
        .untilAsserted(
            () ->
                assertThat(types())
                    .containsExactly("PreservationOpened", "DataPreserved", "PreservationExpired"));
    assertThat(count("parked WHERE subject = ?", request)).isZero();
  }

  @Test
  void whereNothingIsHeldThereIsNoCopy() {
    // Given
    decide("NATIONAL", "item-1", "+49999999999");

    // When
    worker.check();

    // Then
    NothingPreserved nothing = (NothingPreserved) awaitLast(NothingPreserved.class).data();
    assertThat(nothing.getItems())
        .containsExactly(
            new ItemPreservation(
                "item-1", PreservationOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER"));
  }

  @Test
  void copyThatSeveralMakeAtOnceIsOne() throws InterruptedException {
    // Given
    logins();
    decide("NATIONAL", "item-1", number);
    String id = preservationId();

    // When
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Boolean> preserve =
          () -> {
            preserveData.preserve(id);
            return true;
          };
      threads.invokeAll(Stream.generate(() -> preserve).limit(4).toList());
    }

    // Then
    DataPreserved preserved = (DataPreserved) awaitLast(DataPreserved.class).data();
    assertThat(types()).containsExactly("PreservationOpened", "DataPreserved");
    assertThat(pieces(preserved.getSha256())).isEqualTo(1);
  }

  @Test
  void withoutItsCaseKeyACopyIsNotReadable() {
    // Given
    DataPreserved preserved = preserve("NATIONAL");

    // When
    events.eraseKey(request);

    // Then
    await().until(() -> copy(preserved).isEmpty());
  }
}
