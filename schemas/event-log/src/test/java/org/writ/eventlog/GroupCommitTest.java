package org.writ.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.GroupCommit.Bounds;
import org.writ.eventlog.GroupCommit.Outcome;
import org.writ.eventlog.sample.SampleFold;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class GroupCommitTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor AGENCY = new Actor("agency", "agency-de");

  /** A submission of a subject, which may be bad or refused. */
  private record Submission(String subject, Kind kind) {}

  private enum Kind {
    SOUND,
    BAD,
    REFUSED
  }

  @Inject EventLog log;
  @Inject Transactions transactions;
  @Inject SampleFold rows;

  private final ConcurrentLinkedQueue<Integer> groups = new ConcurrentLinkedQueue<>();
  private final CountDownLatch firstIsAtWork = new CountDownLatch(1);
  private final CountDownLatch othersWait = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private GroupCommit<Submission, String> commits;

  @BeforeEach
  void begin() {
    commits = commits(new Bounds(10, 10));
  }

  private GroupCommit<Submission, String> commits(Bounds bounds) {
    return new GroupCommit<>("test", bounds, transactions, this::submitAll);
  }

  @AfterEach
  void end() {
    othersWait.countDown();
    commits.stop();
    callers.close();
  }

  /** The first group waits for the test, so that the ones after it gather. */
  private List<Outcome<String>> submitAll(List<Submission> group) {
    groups.add(group.size());
    firstIsAtWork.countDown();
    try {
      othersWait.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    var appends = new ArrayList<Append>();
    var outcomes = new ArrayList<Outcome<String>>();
    for (Submission submission : group) {
      if (submission.kind() == Kind.BAD) {
        throw new IllegalArgumentException("bad: " + submission.subject());
      } else if (submission.kind() == Kind.REFUSED) {
        outcomes.add(new Outcome.Refused<>(new IllegalStateException("refused")));
      } else {
        appends.add(
            Append.first(
                Topic.INTAKE_REQUESTS,
                submission.subject(),
                AGENCY,
                NewEvent.open(Samples.submitted())));
        outcomes.add(new Outcome.Done<>("accepted " + submission.subject()));
      }
    }
    log.appendAll(appends);
    return outcomes;
  }

  private Future<String> submit(Submission submission) {
    return callers.submit(() -> commits.together(submission));
  }

  private static Submission submission(Kind kind) {
    return new Submission(UUID.randomUUID().toString(), kind);
  }

  private boolean isStored(Submission submission) {
    return transactions.call(() -> rows.find(submission.subject())).isPresent();
  }

  /** Has one at work, and lets those gather behind it. */
  private List<Future<String>> behindAnother(List<Submission> submissions) throws Exception {
    submit(submission(Kind.SOUND));
    assertThat(firstIsAtWork.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    var answers = new ArrayList<Future<String>>();
    for (Submission submission : submissions) {
      answers.add(submit(submission));
      await().atMost(SOON).until(() -> commits.waiting() == answers.size());
    }
    return answers;
  }

  @Test
  void thoseThatWaitWhileACommitIsUnderWayAreCommittedTogether() throws Exception {
    // Given
    var submissions =
        List.of(submission(Kind.SOUND), submission(Kind.SOUND), submission(Kind.SOUND));
    var answers = behindAnother(submissions);

    // When
    othersWait.countDown();

    // Then
    for (int index = 0; index < submissions.size(); index++) {
      assertThat(answers.get(index).get())
          .isEqualTo("accepted " + submissions.get(index).subject());
      assertThat(isStored(submissions.get(index))).isTrue();
    }
    assertThat(groups).containsExactly(1, 3);
  }

  @Test
  void noGroupIsLargerThanItsBound() throws Exception {
    // Given
    commits = commits(new Bounds(2, 10));
    var answers =
        behindAnother(
            List.of(submission(Kind.SOUND), submission(Kind.SOUND), submission(Kind.SOUND)));

    // When
    othersWait.countDown();

    // Then
    for (var answer : answers) {
      answer.get();
    }
    assertThat(groups).containsExactly(1, 2, 1);
  }

  @Test
  void badOneFailsAlone() throws Exception {
    // Given
    var first = submission(Kind.SOUND);
    var bad = submission(Kind.BAD);
    var last = submission(Kind.SOUND);
    var answers = behindAnother(List.of(first, bad, last));

    // When
    othersWait.countDown();

    // Then
    assertThat(answers.getFirst().get()).startsWith("accepted");
    assertThat(answers.getLast().get()).startsWith("accepted");
    assertThatThrownBy(answers.get(1)::get)
        .hasCause(new IllegalArgumentException("bad: " + bad.subject()));
    assertThat(isStored(first)).isTrue();
    assertThat(isStored(last)).isTrue();
    assertThat(groups).containsExactly(1, 3, 1, 1, 1);
  }

  @Test
  void refusedOneLeavesItsGroupAsItIs() throws Exception {
    // Given
    var sound = submission(Kind.SOUND);
    var answers = behindAnother(List.of(submission(Kind.REFUSED), sound));

    // When
    othersWait.countDown();

    // Then
    assertThatThrownBy(answers.getFirst()::get).hasCause(new IllegalStateException("refused"));
    assertThat(answers.getLast().get()).startsWith("accepted");
    assertThat(isStored(sound)).isTrue();
    assertThat(groups).containsExactly(1, 2);
  }

  @Test
  void moreThanMayWaitAreTurnedAwayAtOnce() throws Exception {
    // Given
    commits = commits(new Bounds(10, 1));
    behindAnother(List.of(submission(Kind.SOUND)));
    var tooMany = submission(Kind.SOUND);

    // When, Then
    assertThatThrownBy(() -> commits.together(tooMany)).isInstanceOf(GroupCommit.Overloaded.class);
    assertThat(isStored(tooMany)).isFalse();
  }

  @Test
  void aloneIsCommittedOrRefusedOnTheCallersThread() throws Exception {
    // Given
    othersWait.countDown();
    var large = submission(Kind.SOUND);

    // When
    String answer = commits.alone(large);

    // Then
    assertThat(answer).isEqualTo("accepted " + large.subject());
    assertThat(isStored(large)).isTrue();
    assertThatThrownBy(() -> commits.alone(submission(Kind.REFUSED))).hasMessage("refused");
  }

  @Test
  void nothingIsTakenAfterTheEnd() {
    // Given
    commits.stop();

    // When, Then
    assertThatThrownBy(() -> commits.together(submission(Kind.SOUND)))
        .isInstanceOf(GroupCommit.Overloaded.class);
  }
}
