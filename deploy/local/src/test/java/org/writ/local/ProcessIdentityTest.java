package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

  private static final String STAT =
      "%d (%s) %s 1 4711 4711 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 %d 0 987654 0 0";

  @Test
  void startIsReadWhateverTheCommandIsCalled() {
    // Given
    String stat = STAT.formatted(4711, "a (b) c", "S", 30);

    // When
    var identity = ProcessIdentity.parseStat(4711, stat, "boot");

    // Then
    assertThat(identity).contains(new ProcessIdentity(4711, 987654, "boot"));
  }

  @Test
  void processThatOnlyWaitsToBeReapedHasEnded() {
    assertThat(ProcessIdentity.parseStat(4711, STAT.formatted(4711, "java", "Z", 1), "boot"))
        .isEmpty();
  }

  @Test
  void killedProcessRunsUntilItsLastThreadHasGone() {
    assertThat(ProcessIdentity.parseStat(4711, STAT.formatted(4711, "java", "Z", 2), "boot"))
        .isPresent();
  }

  @Test
  void fileGivesBackWhatWasWritten() {
    // Given
    ProcessIdentity identity = new ProcessIdentity(4711, 987654, "boot");

    // When
    var read = ProcessIdentity.parse(identity.format());

    // Then
    assertThat(read).contains(identity);
    assertThat(ProcessIdentity.parse("4711")).isEmpty();
    assertThat(ProcessIdentity.parse("a b c")).isEmpty();
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotTakenForOurs() {
    // Given
    ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    // When
    ProcessIdentity earlier = new ProcessIdentity(own.pid(), own.startedAt() - 1, own.boot());

    // Then
    assertThat(own.alive()).isTrue();
    assertThat(earlier.alive()).isFalse();
  }
}
