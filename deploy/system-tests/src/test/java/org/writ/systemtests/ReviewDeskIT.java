package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.ops.api.Review;

/** The reviewers' pages in a real Chromium, signed in at the real identity provider. */
@ExtendWith(RunningSystem.class)
class ReviewDeskIT {

  private static final Chromium CHROMIUM = new Chromium();
  private static final Journey AGENCY = new Journey("agency-de");
  private static final Review RITA = RunningSystem.review(RunningSystem.person("rita"));
  private static final Review RAJ = RunningSystem.review(RunningSystem.person("raj"));

  /** The cookies of people who are signed in: that takes long. */
  private static String rita = "";

  private static String sofia = "";

  @BeforeAll
  static void signIn() {
    rita = session("rita");
    sofia = session("sofia");
  }

  private static String session(String person) {
    try (BrowserContext context = CHROMIUM.open(new Browser.NewContextOptions())) {
      Reviewing.signIn(context.newPage(), person);
      return context.storageState();
    }
  }

  @AfterAll
  static void stopBrowser() {
    CHROMIUM.close();
  }

  @Test
  void everyPageIsAccessibleAndQuiet() {
    // Given
    List<String> errors = new ArrayList<>();
    String id = submittedWithOrder();
    try (BrowserContext context = signedIn(sofia, "en")) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      var reviewing = new Reviewing(page);
      var looks = new Looks(page, "review");

      // When, then
      page.navigate(Reviewing.address("/desk"));
      looks.inspect("queue");
      page.navigate(Reviewing.address("/desk?q=no-such-agency"));
      looks.inspect("queue-empty");
      reviewing.look(id);
      looks.inspect("case");
      reviewing.claim();
      assertThat(page.locator("iframe").getAttribute("src"))
          .startsWith("/desk/cases/" + id + "/documents/");
      looks.inspect("case-claimed");
      page.locator("button[value=review][data-key]").click();
      looks.inspect("case-summary");
      page.locator("button[value=send]").click();
      looks.inspect("case-decided");
      page.navigate(Reviewing.address("/desk/overview"));
      page.waitForSelector("[data-chart] svg");
      looks.inspect("overview");
      page.navigate(Reviewing.address("/desk/reviews"));
      looks.inspect("reviews");
      for (String register :
          List.of(
              "policies",
              "policies/us-sca",
              "policies/us-sca/backtest?from=2026-01-01&to=2026-12-31",
              "policy-proposal?from=us-sca",
              "countries",
              "countries/TR",
              "conflicts")) {
        page.navigate(Reviewing.address("/desk/" + register));
        looks.inspect(register.replaceAll("[^A-Za-z]+", "-"));
      }
      page.navigate(Reviewing.address("/desk/comfort"));
      looks.inspect("comfort");
      assertThat(errors).isEmpty();
      page.navigate(Reviewing.caseAddress(UUID.randomUUID().toString()));
      looks.inspect("missing");
      page.navigate(Reviewing.address("/desk/signed-out"));
      looks.inspect("out");
    }
  }

  @Test
  void tenCasesAreDecidedWithTheKeyboardAlone() {
    // Given
    List<String> ids = IntStream.range(0, 10).mapToObj(i -> AGENCY.submit()).toList();
    ids.forEach(ReviewDeskIT::awaitCase);
    try (BrowserContext context = signedIn(rita, "en")) {
      Page page = context.newPage();
      page.navigate(Reviewing.address("/desk"));
      var reviewing = new Reviewing(page);

      // When
      for (String id : ids) {
        reviewing.find(id);
        reviewing.claim();
        reviewing.decide();
      }

      // Then
      ids.forEach(
          id ->
              assertThat(RITA.read(id).json().path("status").asText()).as(id).isEqualTo("DECIDED"));
      reviewing.press("?");
      assertThat(page.locator("#keys").getAttribute("open")).isNotNull();
    }
  }

  @Test
  void queueAndCaseFollowWhatOthersDo() {
    // Given
    try (BrowserContext context = signedIn(rita, "en")) {
      Page queue = context.newPage();
      queue.navigate(Reviewing.address("/desk?q=agency-fr"));
      queue.waitForSelector("[data-live-word]:not([hidden])");

      // When
      String id = new Journey("agency-fr").submit();

      // Then
      queue.waitForSelector("[data-row='" + id + "']");
      Page file = context.newPage();
      file.navigate(Reviewing.caseAddress(id));
      Journey.claim(RAJ, id);
      file.waitForSelector("[data-case]:not([hidden])");
      queue.waitForSelector("tr:has([data-row='" + id + "']) .state.part");
    }
  }

  @Test
  void everythingWorksWithoutScripts() {
    // Given
    String id = AGENCY.submit();
    awaitCase(id);
    try (BrowserContext context =
        CHROMIUM.open(
            new Browser.NewContextOptions().setStorageState(rita).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(Reviewing.address("/desk?tab=all"));
      page.fill("#q", id);
      page.locator("search button").click();

      // When
      page.locator("form[action$='/claim'] button").click();
      page.locator("input[value=REFUSE]").check();
      page.locator("button[value=review][data-key]").click();
      assertThat(page.locator(".summary").innerText()).contains("ground of the refusal");
      assertThat(page.locator("input[value=REFUSE]").isChecked()).isTrue();
      page.locator("fieldset.item select").selectOption("OVERBROAD");
      page.locator("button[value=review][data-key]").click();
      page.locator("button[value=send]").click();

      // Then
      assertThat(page.locator(".notice.good").innerText()).contains("decided");
      AGENCY.awaitStatus(id, "REFUSED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "de", "fr"})
  void pagesFitInEveryLanguage(String language) {
    // Given
    String id = AGENCY.submit();
    awaitCase(id);
    try (BrowserContext context = signedIn(sofia, language)) {
      Page page = context.newPage();
      var reviewing = new Reviewing(page);
      var looks = new Looks(page, "review-" + language);

      // When, then
      page.navigate(Reviewing.address("/desk"));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      looks.fit("queue");
      reviewing.look(id);
      reviewing.claim();
      looks.fit("case");
      page.locator("button[value=review][data-key]").click();
      looks.fit("summary");
      page.navigate(Reviewing.address("/desk/overview"));
      looks.fit("overview");
      page.navigate(Reviewing.address("/desk/reviews"));
      looks.fit("reviews");
    }
  }

  private static BrowserContext signedIn(String session, String language) {
    return CHROMIUM.open(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setStorageState(session)
            // Colours change at once, so that no screenshot and no contrast is of one in between.
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** A request with its order, a PDF of one line, in the queue. */
  private static String submittedWithOrder() {
    String id = AGENCY.submit();
    AGENCY.intake().document(id, "order.pdf", pdf("Order of the court")).require(201);
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> RITA.read(id), file -> file.is(200) && file.text().contains("order.pdf"));
    return id;
  }

  private static void awaitCase(String id) {
    await().atMost(RunningSystem.PATIENCE).until(() -> RITA.read(id), file -> file.is(200));
  }

  private static byte[] pdf(String line) {
    String text = "BT /F1 24 Tf 72 720 Td (" + line + ") Tj ET";
    return """
    %%PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
    /Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
    4 0 obj <</Length %d>> stream
    %s
    endstream endobj
    trailer <</Root 1 0 R>>
    %%%%EOF
    """
        .formatted(text.length(), text)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
