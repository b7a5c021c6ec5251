package org.writ.transparency.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.transparency.report.Period;
import org.writ.transparency.testing.CheckpointKey;
import org.writ.transparency.testing.Requests;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class SitePageTest {

  private static final Pattern COMMANDS =
      Pattern.compile("<pre><code>(.*?)</code></pre>", Pattern.DOTALL);

  @Inject Clock clock;

  @BeforeEach
  void aRequestFromLuxembourg() {
    if (!report().contains("Luxembourg")) {
      try (TestEvents events = new TestEvents()) {
        events.publish(
            Topic.INTAKE_REQUESTS,
            UUID.randomUUID().toString(),
            Requests.submitted("LU", "SEARCH_WARRANT", clock.instant(), Requests.asked("a", "X")));
      }
    }
    await().until(() -> report().contains("Luxembourg"));
  }

  @Test
  void homeAndReportShowTheNumbersAsATable() {
    assertThat(given().get("/").asString()).contains("<h1>Requests for user data</h1>");
    assertThat(report())
        .contains("<th scope=\"row\">Luxembourg</th>", "<th scope=\"row\">Search warrant</th>")
        .contains("<th scope=\"col\" class=\"number\">Fulfilled in part</th>")
        .contains("So far in " + running().spoken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/reports/2999", "/look/writ.css", "/v1/reports", "/checkpoint", "/no"})
  void everyAnswerHasTheSecurityHeaders(String path) {
    Response answer = given().get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void pagesHaveNoScriptNoInlineStyleAndNothingFromElsewhere() {
    for (String page : List.of(given().get("/").asString(), report())) {
      assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("<style");
      assertThat(page).doesNotContainPattern("(src|<link[^>]* href)=\"(https?:)?//");
      assertThat(page).contains("<html lang=\"en\">", "<main id=\"main\"").containsOnlyOnce("<h1");
    }
  }

  @Test
  void everythingThatAPageLoadsOrLinksToIsThere() {
    Matcher links = Pattern.compile("(?:href|src)=\"(/[^\"#]*)").matcher(report());
    var found = new ArrayList<String>();
    while (links.find()) {
      found.add(links.group(1));
    }
    assertThat(found).contains("/look/pico/pico.min.css", "/look/writ.css", "/check.py");
    for (String link : found) {
      given().get(link).then().statusCode(200);
    }
  }

  @Test
  void unknownReportIsAPageThatLeadsToTheOthers() {
    Response missing = given().get("/reports/2999");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.asString())
        .contains("No such report", "href=\"/reports/" + running() + "\"");
  }

  @Test
  void unchangedPageIsNotSentAgain() {
    String tag = given().get("/reports/" + running()).header("ETag");
    given().header("If-None-Match", tag).get("/reports/" + running()).then().statusCode(304);
  }

  /** The commands on the page are run as they are printed there. */
  @Test
  void commandsOnThePageWork(@TempDir Path folder) throws Exception {
    for (String tool : List.of("bash", "curl", "openssl", "python3")) {
      assumeTrue(isInstalled(tool), "Skipped: " + tool + " is not installed");
    }
    Matcher commands = COMMANDS.matcher(given().get("/").asString());
    int blocks = 0;
    while (commands.find()) {
      run(folder, commands.group(1).replace("&amp;", "&"));
      blocks++;
    }
    assertThat(blocks).isEqualTo(2);
  }

  private static void run(Path folder, String commands) throws Exception {
    Path output = folder.resolve("output");
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = shell.waitFor();
    assertThat(status).as(Files.readString(output, StandardCharsets.UTF_8)).isZero();
  }

  private static boolean isInstalled(String tool) throws InterruptedException {
    try {
      return new ProcessBuilder("which", tool)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private String report() {
    return given().get("/reports/" + running()).asString();
  }

  private Period running() {
    return Period.around(clock.instant()).getFirst();
  }
}
