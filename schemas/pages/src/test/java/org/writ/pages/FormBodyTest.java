package org.writ.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormBodyTest {

  @Test
  void everyValueOfAFieldIsReadAsItWasTyped() {
    // Given
    byte[] sent = "%2Fa=1+2&%2Fa=%C3%A4%26%3D&b=&c".getBytes(StandardCharsets.US_ASCII);

    // When
    var read = FormBody.read(sent);

    // Then
    assertThat(read).containsEntry("/a", List.of("1 2", "ä&=")).containsEntry("b", List.of(""));
    assertThat(read).doesNotContainKey("c");
  }

  @Test
  void whatIsNoFormIsRefused() {
    // Given
    byte[] sent = "a=%zz".getBytes(StandardCharsets.US_ASCII);

    // When, then
    assertThatThrownBy(() -> FormBody.read(sent)).isInstanceOf(HttpProblem.class);
  }
}
