package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.local.Port;

/** The public pages in a real Chromium. */
@ExtendWith(RunningSystem.class)
class PageIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;

  /** From here on no table has to be scrolled. */
  private static final int WIDE = 1440;

  private static final Chromium CHROMIUM = new Chromium();

  /** A way to look at a page. */
  private record Look(String path, int width, ColorScheme scheme) {

    String fileName() {
      String page = path.equals("/") ? "home" : path.substring(1).replace('/', '-');
      return "%s-%d-%s.png".formatted(page, width, scheme.name().toLowerCase(Locale.ROOT));
    }
  }

  /** So that there is something to look at: an empty page is accessible easily. */
  @BeforeAll
  static void countARequest() {
    new Journey("agency-de").submit();
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> Periods.running().path("totals").path("received").asLong() > 0);
  }

  @AfterAll
  static void stopBrowser() {
    CHROMIUM.close();
  }

  static Stream<Look> looks() {
    return Stream.of("/", "/reports/" + Periods.quarter())
        .flatMap(
            path ->
                Stream.of(360, 768, 1440)
                    .flatMap(
                        width ->
                            Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> new Look(path, width, scheme))));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndQuietAtEveryWidthInLightAndDark(Look look) {
    // Given
    List<String> errors = new ArrayList<>();
    try (BrowserContext context = CHROMIUM.open(options(look))) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);

      // When
      page.navigate(address(look.path()));

      // Then
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(look.fileName()))
              .setFullPage(true));
      assertThat(errors).isEmpty();
      assertThat(page.locator("h1").count()).isEqualTo(1);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("nothing sticks out at the side")
          .isEqualTo(true);
      assertThat(page.locator(".scroll table").count()).isGreaterThan(1);
      if (look.width() >= WIDE) {
        assertThat(
                page.evaluate(
                    "[...document.querySelectorAll('.scroll:has(table)')].every(box =>"
                        + " box.scrollWidth <= box.clientWidth)"))
            .as("tables fit where there is room")
            .isEqualTo(true);
      }
      List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
      assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
    }
  }

  @Test
  void showsTheCountThatTheReportHas() {
    // Given
    String request = new Journey("agency-de").submit();
    assertThat(request).isNotEmpty();
    long received =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(
                () -> Periods.running().path("totals").path("received").asLong(),
                count -> count > 0);
    try (BrowserContext context = CHROMIUM.open(new Browser.NewContextOptions())) {
      Page page = context.newPage();

      // When
      page.navigate(address("/reports/" + Periods.quarter()));

      // Then
      String shown =
          page.locator(".figures div")
              .filter(new Locator.FilterOptions().setHasText("Requests received"))
              .locator("dd")
              .innerText()
              .replaceAll("[^0-9]", "");
      assertThat(Long.parseLong(shown)).isGreaterThanOrEqualTo(received);
      assertThat(page.locator("main").innerText()).contains("DE");
    }
  }

  private static Browser.NewContextOptions options(Look look) {
    return new Browser.NewContextOptions()
        .setViewportSize(look.width(), HEIGHT)
        .setColorScheme(look.scheme());
  }

  private static String address(String path) {
    return RunningSystem.settings().url(Port.TRANSPARENCY) + path;
  }
}
