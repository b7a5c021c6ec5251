package org.writ.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void theSameSeedAsksTheSame() {
    List<DemoRequest> first = new Plan(7, TODAY).requests(50);
    List<DemoRequest> second = new Plan(7, TODAY).requests(80);

    assertThat(second).startsWith(first.toArray(DemoRequest[]::new));
  }

  @Test
  void anotherSeedAsksSomethingElse() {
    assertThat(new Plan(7, TODAY).requests(50)).isNotEqualTo(new Plan(8, TODAY).requests(50));
  }

  @Test
  void athousandRequestsHaveEveryKindAndAgency() {
    List<DemoRequest> requests = new Plan(1, TODAY).requests(1000);

    Set<Kind> kinds = requests.stream().map(DemoRequest::kind).collect(Collectors.toSet());
    Set<DemoAgency> agencies =
        requests.stream().map(DemoRequest::agency).collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    assertThat(agencies).containsExactlyInAnyOrderElementsOf(DemoAgency.ALL);
  }

  @Test
  void noRequestAsksAboutAnAccountTwice() throws IOException {
    for (DemoRequest request : new Plan(1, TODAY).requests(300)) {
      if (request.kind() == Kind.SEVERAL_ACCOUNTS) {
        JsonNode items = JSON.readTree(request.body()).path("items");
        assertThat(request.identifiers()).hasSize(items.size()).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void kindsAddUpToAHundredPercent() {
    int sum = 0;
    for (Kind kind : Kind.values()) {
      sum += kind.weight();
    }

    assertThat(sum).isEqualTo(100);
  }
}
