package org.writ.ops.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writ.ops.api.Answer;

class StopNewsTest {

  private static final String UNKNOWN = "{\"items\":[]}";
  private static final String STOPPED = "{\"items\":[],\"stop\":\"SUSPENDED\"}";

  private static Answer answer(String body) {
    return new Answer(
        "GET /v1/agencies/agency-de/fetches",
        200,
        HttpHeaders.of(Map.of(), (_, _) -> true),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void newsIsWaitedFor() {
    // Given
    var pages = new ArrayDeque<>(List.of(UNKNOWN, UNKNOWN, STOPPED));

    // When
    boolean arrived = StopNews.arrives(() -> answer(pages.remove()), Duration.ofMinutes(1));

    // Then
    assertThat(arrived).isTrue();
    assertThat(pages).isEmpty();
  }

  @Test
  void newsThatDoesNotComeIsNotWaitedForLonger() {
    // Given
    var limit = Duration.ofMillis(1);

    // When
    boolean arrived = StopNews.arrives(() -> answer(UNKNOWN), limit);

    // Then
    assertThat(arrived).isFalse();
  }
}
