package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path parent;

  @Test
  void whatAStackMadeIsErasedWhole() throws IOException {
    // Given
    Path folder = parent.resolve("data");
    new DataFolder(folder).claim();
    Files.createDirectories(folder.resolve("kafka/log"));
    Files.createFile(folder.resolve("kafka/log/00000.log"));

    // When
    new DataFolder(folder).erase();

    // Then
    assertThat(folder).doesNotExist();
  }

  @Test
  void folderWithSomethingElseIsNeitherTakenNorErased() throws IOException {
    // Given
    Files.createFile(parent.resolve("thesis.txt"));
    DataFolder folder = new DataFolder(parent);

    // When
    assertThatThrownBy(folder::claim).isInstanceOf(StackException.class);
    assertThatThrownBy(folder::erase).isInstanceOf(StackException.class);

    // Then
    assertThat(parent.resolve("thesis.txt")).exists();
  }

  @Test
  void foldersOfAStackAreTakenAgain() {
    // Given
    new DataFolder(parent).claim();

    // When
    new DataFolder(parent).claim();

    // Then
    assertThat(parent).isNotEmptyDirectory();
  }
}
