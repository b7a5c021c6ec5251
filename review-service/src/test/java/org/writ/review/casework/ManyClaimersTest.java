package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/**
 * Very many claimers at a time, until nothing is left; {@code deploy/benchmarks/run queue} does the
 * same with ten times as many cases.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ManyClaimersTest extends CaseScenario {

  private static final int CLAIMERS = 200;
  private static final int CASES = 500;
  private static final List<Reviewer> REVIEWERS =
      List.of(Reviewer.RITA, Reviewer.RAJ, Reviewer.SOFIA);

  private List<String> cases = List.of();

  ManyClaimersTest(MovableClock clock) {
    super(clock);
  }

  /**
   * What a claimer was told.
   *
   * @param reviewer who claimed
   * @param answers in order; the last one is that nothing is left
   */
  private record Claimer(Reviewer reviewer, List<Response> answers) {}

  @BeforeEach
  void emptyQueue() {
    Reviewer.SOFIA.emptyQueue();
    REVIEWERS.forEach(Reviewer::id);
  }

  /** So that other tests do not find them in somebody's hands. */
  @AfterEach
  void withdraw() {
    cases.forEach(id -> intake.follow(id, new RequestWithdrawn((ByteBuffer) null), null));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Collections.disjoint(holders().keySet(), cases));
  }

  @Test
  void twoHundredClaimersGetEveryCaseOnceAndNothingElseButThatNothingIsLeft() throws Exception {
    // Given
    cases = intake.submit(CASES, Duration.ofDays(5));

    // When
    List<Claimer> claimers = claimUntilNothingIsLeft();

    // Then
    List<Response> answers =
        claimers.stream().flatMap(claimer -> claimer.answers().stream()).toList();
    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 204);
    assertThat(
            answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.jsonPath().getString("id")))
        .containsExactlyInAnyOrderElementsOf(cases);
    assertThat(claimers).allSatisfy(ManyClaimersTest::holdsWhatWasClaimed);
    assertThat(holders()).containsAllEntriesOf(claimed(claimers));
  }

  private static void holdsWhatWasClaimed(Claimer claimer) {
    assertThat(claimer.answers())
        .filteredOn(answer -> answer.statusCode() == 200)
        .extracting(answer -> answer.jsonPath().getString("holder"))
        .allMatch(claimer.reviewer().id()::equals);
  }

  private static List<Claimer> claimUntilNothingIsLeft()
      throws InterruptedException, ExecutionException {
    List<Callable<Claimer>> calls =
        IntStream.range(0, CLAIMERS)
            .mapToObj(number -> REVIEWERS.get(number % REVIEWERS.size()))
            .map(reviewer -> (Callable<Claimer>) () -> claimUntilNothingIsLeft(reviewer))
            .toList();
    var claimers = new ArrayList<Claimer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Claimer> call : threads.invokeAll(calls)) {
        claimers.add(call.get());
      }
    }
    return claimers;
  }

  private static Claimer claimUntilNothingIsLeft(Reviewer reviewer) {
    var answers = new ArrayList<Response>();
    do {
      answers.add(reviewer.claimMostUrgent());
    } while (answers.getLast().statusCode() == 200);
    return new Claimer(reviewer, answers);
  }

  /** Who claimed each case, as the answers say. */
  private static Map<String, String> claimed(List<Claimer> claimers) {
    return claimers.stream()
        .flatMap(claimer -> claimer.answers().stream())
        .filter(answer -> answer.statusCode() == 200)
        .map(Response::jsonPath)
        .collect(Collectors.toMap(path -> path.getString("id"), path -> path.getString("holder")));
  }

  /** Who holds each case that is claimed, as the queue says afterwards. */
  private static Map<String, String> holders() {
    var holders = new HashMap<String, String>();
    String next = "/v1/cases?status=CLAIMED&limit=200";
    String cursor;
    do {
      var page = Reviewer.RITA.request().get(next).then().statusCode(200).extract().jsonPath();
      List<Map<String, String>> items = page.getList("items");
      items.forEach(item -> holders.put(item.get("id"), item.get("holder")));
      cursor = page.getString("nextCursor");
      next = "/v1/cases?status=CLAIMED&limit=200&cursor=" + cursor;
    } while (cursor != null);
    return holders;
  }
}
