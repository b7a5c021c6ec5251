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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.local.Port;

/** The officers' pages in a real Chromium, signed in at the real identity provider. */
@ExtendWith(RunningSystem.class)
class DeskIT {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;
  private static final int NARROW = 360;

  private static final Chromium CHROMIUM = new Chromium();

  /** A way to look at the pages. */
  private record Look(int width, ColorScheme scheme) {

    Path screenshot(String page) {
      return SCREENSHOTS.resolve(
          "desk-%s-%d-%s.png".formatted(page, width, scheme.name().toLowerCase(Locale.ROOT)));
    }
  }

  @AfterAll
  static void stopBrowser() {
    CHROMIUM.close();
  }

  static Stream<Look> looks() {
    return Stream.of(360, 768, 1440)
        .flatMap(
            width ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .map(scheme -> new Look(width, scheme)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsAccessibleAndQuiet(Look look) {
    // Given
    List<String> errors = new ArrayList<>();
    try (BrowserContext context =
        CHROMIUM.open(
            new Browser.NewContextOptions()
                .setViewportSize(look.width(), HEIGHT)
                .setColorScheme(look.scheme())
                .setLocale("en"))) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      signIn(page);

      // When, then
      inspect(page, look, "list");
      page.navigate(address("/desk/requests/new"));
      inspect(page, look, "order");
      page.locator("main button[value=next]").last().click();
      assertThat(page.locator(".summary").evaluate("e => e === document.activeElement"))
          .as("faults are read out first")
          .isEqualTo(true);
      inspect(page, look, "faults");
      fillOrder(page, "AZ look " + look.width());
      submitStep(page);
      inspect(page, look, "offence");
      fillOffence(page);
      submitStep(page);
      page.locator("button[value=add]").click();
      inspect(page, look, "accounts");
      page.locator("button[value='remove:1']").click();
      fillAccount(page);
      submitStep(page);
      inspect(page, look, "confirm");
      page.locator("button[value=send]").click();
      page.waitForURL(url -> url.contains("received=yes"));
      inspect(page, look, "request");
      String request = page.url().replaceAll("\\?.*", "");
      page.navigate(request + "/withdrawal");
      inspect(page, look, "withdrawal");
      awaitReceipt(page, request);
      inspect(page, look, "receipt");
      assertThat(errors).isEmpty();
      assertThat(page.navigate(address("/desk/requests/" + UUID.randomUUID())).status())
          .isEqualTo(404);
      inspect(page, look, "missing");
    }
  }

  @Test
  void requestIsSubmittedWithTheKeyboardAlone() {
    // Given
    try (BrowserContext context = CHROMIUM.open(new Browser.NewContextOptions().setLocale("en"))) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(address("/desk/requests/new"));

      // When
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      type(page, "#f-reference", "AZ keyboard");
      choose(page, "#f-process", "Court");
      choose(page, "#f-regime", "National");
      type(page, "#f-issuingAuthority-name", "Amtsgericht Tiergarten");
      choose(page, "#f-issuingAuthority-type", "Court");
      choose(page, "#f-issuingAuthority-country", "Germany");
      page.fill("#f-issuedOn", today(3));
      type(page, "#f-officer-phone", "+49300000000");
      page.keyboard().press("Enter");
      choose(page, "#f-offence-category", "Drug");
      type(page, "#f-offence-statute", "§ 29a BtMG");
      type(page, "#f-offence-description", "Trade in a closed group");
      tick(page, "#f-suspectConfirmed");
      enter(page);
      choose(page, "#f-items-0-identifier-type", "Phone");
      type(page, "#f-items-0-identifier-value", "+4915100000001");
      tick(page, "#f-items-0-dataTypes");
      enter(page);
      tabTo(page, "button[value=send]");
      page.keyboard().press("Enter");

      // Then
      page.waitForURL(url -> url.contains("received=yes"));
      assertThat(page.locator("h1").innerText()).contains("AZ keyboard");
    }
  }

  @Test
  void requestIsSubmittedWithoutScripts() {
    // Given
    try (BrowserContext context =
        CHROMIUM.open(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
      Page page = context.newPage();
      signIn(page);

      // When
      page.navigate(address("/desk/requests/new"));
      fillOrder(page, "AZ no scripts");
      submitStep(page);
      fillOffence(page);
      submitStep(page);
      fillAccount(page);
      submitStep(page);
      page.locator("button[value=send]").click();

      // Then
      assertThat(page.locator("h1").innerText()).contains("AZ no scripts");
    }
  }

  @Test
  void whatIsWrongIsSaidWhileSomebodyTypes() {
    // Given
    try (BrowserContext context = CHROMIUM.open(new Browser.NewContextOptions().setLocale("de"))) {
      Page page = context.newPage();
      signIn(page);
      page.navigate(address("/desk/requests/new"));

      // When
      page.fill("#f-officer-email", "dora");
      page.keyboard().press("Tab");

      // Then
      Locator fault = page.locator("#f-officer-email-fault");
      await()
          .atMost(RunningSystem.PATIENCE)
          .until(() -> fault.innerText().contains("E-Mail-Adresse angeben"));
      assertThat(page.locator("#f-reference-fault").innerText()).isEmpty();
    }
  }

  private static void inspect(Page page, Look look, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(look.screenshot(name)).setFullPage(true));
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out at the side of " + name)
        .isEqualTo(true);
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations).as(name).extracting(Rule::getId, Rule::getNodes).isEmpty();
    if (look.width() > NARROW) {
      assertThat(
              page.evaluate(
                  "document.documentElement.style.fontSize = '200%',"
                      + " document.documentElement.scrollWidth <= window.innerWidth"))
          .as("nothing sticks out of " + name + " with text twice as large")
          .isEqualTo(true);
      page.evaluate("document.documentElement.style.fontSize = ''");
    }
  }

  private static void signIn(Page page) {
    page.navigate(address("/desk"));
    page.fill("#username", "dora");
    page.fill("#password", "dora");
    page.keyboard().press("Enter");
    page.waitForURL(address("/desk") + "**");
  }

  private static void awaitReceipt(Page page, String request) {
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(
            () -> {
              page.navigate(request + "/receipt");
              return page.locator("a[download]").count() == 1;
            });
  }

  private static void fillOrder(Page page, String reference) {
    page.fill("#f-reference", reference);
    page.selectOption("#f-process", "COURT_ORDER");
    page.selectOption("#f-regime", "NATIONAL");
    page.fill("#f-issuingAuthority-name", "Amtsgericht Tiergarten");
    page.selectOption("#f-issuingAuthority-type", "COURT");
    page.selectOption("#f-issuingAuthority-country", "DE");
    page.fill("#f-issuedOn", today(3));
    page.fill("#f-officer-phone", "+49300000000");
  }

  private static void fillOffence(Page page) {
    page.selectOption("#f-offence-category", "DRUG_TRAFFICKING");
    page.fill("#f-offence-statute", "§ 29a BtMG");
    page.fill("#f-offence-description", "Trade in a closed group");
    page.check("#f-suspectConfirmed");
  }

  private static void fillAccount(Page page) {
    page.selectOption("#f-items-0-identifier-type", "PHONE_NUMBER");
    page.fill("#f-items-0-identifier-value", "+4915100000001");
    page.check("input[value=IP_ADDRESS]");
  }

  private static void submitStep(Page page) {
    page.locator("main .buttons button[value=next]").click();
  }

  /** Moves with the Tab key until an element has the focus. */
  private static void tabTo(Page page, String selector) {
    page.waitForSelector(selector);
    for (int press = 0; press < 200; press++) {
      if (Boolean.TRUE.equals(
          page.locator(selector).first().evaluate("e => e === document.activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The Tab key does not lead to " + selector);
  }

  private static void type(Page page, String selector, String text) {
    tabTo(page, selector);
    page.keyboard().type(text);
  }

  private static void choose(Page page, String selector, String beginning) {
    tabTo(page, selector);
    page.keyboard().type(beginning);
  }

  private static void tick(Page page, String selector) {
    tabTo(page, selector);
    page.keyboard().press("Space");
  }

  private static void enter(Page page) {
    tabTo(page, "main .buttons button[value=next]");
    page.keyboard().press("Enter");
  }

  private static String today(int daysAgo) {
    return LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo).toString();
  }

  private static String address(String path) {
    return RunningSystem.settings().url(Port.INTAKE) + path;
  }
}
