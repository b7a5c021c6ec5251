package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path home;

  @BeforeEach
  void layOutASourceTree() throws IOException {
    Files.createDirectories(home.resolve("deploy/local/src"));
    Files.createFile(home.resolve("deploy/local/pom.xml"));
  }

  @Test
  void sourceTreeIsFoundAboveTheWorkingFolder() {
    // When
    Settings settings = Settings.of(Map.of(), home.resolve("deploy/local/src"));

    // Then
    assertThat(settings.home()).isEqualTo(home);
    assertThat(settings.data()).isEqualTo(home.resolve("deploy/local/data"));
    assertThat(settings.registry()).isEqualTo("http://localhost:8085/apis/registry/v3");
    assertThat(settings.issuer()).isEqualTo("http://localhost:8180/realms/writ");
  }

  @Test
  void everyPortIsMovedByItsVariable() {
    // Given
    Map<String, String> variables =
        Map.of("WRIT_MARIADB_PORT", "13307", "WRIT_KAFKA_PORT", " 19092 ", "WRIT_DATA", "other");

    // When
    Settings settings = Settings.of(variables, home);

    // Then
    assertThat(settings.database("intake")).isEqualTo("jdbc:mariadb://localhost:13307/intake");
    assertThat(settings.kafka()).isEqualTo("localhost:19092");
    assertThat(settings.data()).isEqualTo(home.resolve("other"));
    assertThat(settings.port(Port.INTAKE)).isEqualTo(8081);
  }

  @Test
  void portThatIsNoneIsRefusedByName() {
    for (String wrong : new String[] {"0", "65536", "eighty"}) {
      assertThatThrownBy(() -> Settings.of(Map.of("WRIT_INTAKE_PORT", wrong), home))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("WRIT_INTAKE_PORT")
          .hasMessageContaining(wrong);
    }
  }

  @Test
  void missingSourceTreeIsSaid(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> Settings.of(Map.of(), elsewhere))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("WRIT_HOME");
  }
}
