package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LiveTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MovableClock clock;
  private Intake intake;
  private PageVisitor rita = new PageVisitor();

  LiveTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void signIn() {
    intake.close();
    intake = new Intake(clock);
    rita = PageVisitor.signedIn("rita");
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void queueHearsOfEveryChange() {
    // Given
    List<String> heard = new CopyOnWriteArrayList<>();
    var socket = rita.listen("/desk/live", heard::add, Map.of("Origin", PageVisitor.origin()));

    // When
    intake.submit(intake.sound());

    // Then
    await().atMost(PATIENCE).until(() -> heard.contains("changed"));
    assertThat(heard).containsOnly("changed");
    socket.abort();
  }

  @Test
  void caseHearsOfItsOwnChangesOnly() {
    // Given
    String mine = intake.submit(intake.sound());
    String other = intake.submit(intake.sound());
    List<String> ofMine = new CopyOnWriteArrayList<>();
    List<String> ofOther = new CopyOnWriteArrayList<>();
    var origin = Map.of("Origin", PageVisitor.origin());
    String address = "/desk/live?case=%s&version=1";
    var first = rita.listen(address.formatted(mine), ofMine::add, origin);
    var second = rita.listen(address.formatted(other), ofOther::add, origin);

    // When
    Reviewer.RAJ.claim(mine);

    // Then
    await().atMost(PATIENCE).until(() -> !ofMine.isEmpty());
    assertThat(ofOther).isEmpty();
    first.abort();
    second.abort();
  }

  @Test
  void caseInConflictIsHeardOfNoMoreThanOneThatIsNone() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    String id = intake.submit(intake.sound().setAgency(agency));
    Reviewer.RITA.declareConflict(agency);
    List<String> heard = new CopyOnWriteArrayList<>();

    for (String unseen : List.of(id, UUID.randomUUID().toString())) {
      // When
      var socket =
          rita.listen(
              "/desk/live?case=%s&version=0".formatted(unseen),
              heard::add,
              Map.of("Origin", PageVisitor.origin()));

      // Then
      await().atMost(PATIENCE).until(socket::isInputClosed);
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void anotherSiteHearsNothing() {
    assertThatThrownBy(
            () ->
                rita.listen(
                    "/desk/live", text -> {}, Map.of("Origin", "https://elsewhere.example")))
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void whoIsNotSignedInHearsNothing() {
    assertThatThrownBy(
            () ->
                new PageVisitor()
                    .listen("/desk/live", text -> {}, Map.of("Origin", PageVisitor.origin())))
        .isInstanceOf(CompletionException.class);
  }
}
