package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path data;

  @AfterEach
  void end() {
    sleeper().kill();
  }

  @Test
  void startedProcessIsFoundAgainByAnotherProgram() {
    // Given
    sleeper().start(launch("sleep", "600"));

    // When
    var found = sleeper().running();

    // Then
    assertThat(found).isPresent();
    assertThat(ProcessHandle.of(found.orElseThrow().pid())).isPresent();
  }

  @Test
  void stoppedProcessIsGoneAndForgotten() {
    // Given
    sleeper().start(launch("sleep", "600"));

    // When
    boolean ran = sleeper().stop(GRACE);

    // Then
    assertThat(ran).isTrue();
    assertThat(sleeper().running()).isEmpty();
    assertThat(sleeper().stop(GRACE)).isFalse();
  }

  @Test
  void killedProcessCanBeStartedAgain() {
    // Given
    sleeper().start(launch("sleep", "600"));
    long first = sleeper().running().orElseThrow().pid();

    // When
    sleeper().kill();
    sleeper().start(launch("sleep", "600"));

    // Then
    assertThat(sleeper().running().orElseThrow().pid()).isNotEqualTo(first);
  }

  @Test
  void processIsOlderThanAProgramThatWasBuiltAfterItsStart() throws IOException {
    // Given
    Path earlier = Files.createFile(data.resolve("earlier.jar"));
    Files.setLastModifiedTime(earlier, FileTime.from(Instant.now().minusSeconds(60)));
    Path later = Files.createFile(data.resolve("later.jar"));
    Files.setLastModifiedTime(later, FileTime.from(Instant.now().plusSeconds(60)));

    // When
    sleeper().start(launch("sleep", "600"));

    // Then
    assertThat(sleeper().startedBefore(earlier)).isFalse();
    assertThat(sleeper().startedBefore(later)).isTrue();
    assertThat(sleeper().startedBefore(data.resolve("none.jar"))).isFalse();
  }

  @Test
  void whatEndsByItselfLeavesItsLastWords() {
    // Given
    ManagedProcess process = sleeper();

    // When
    process.start(launch("sh", "-c", "echo the reason"));

    // Then
    while (process.running().isPresent()) {
      Waiting.pause();
    }
    assertThat(process.lastLines(5)).containsExactly("the reason");
  }

  private ManagedProcess sleeper() {
    return new ManagedProcess("sleeper", data);
  }

  private Launch launch(String... command) {
    return new Launch(List.of(command), Map.of(), data);
  }
}
