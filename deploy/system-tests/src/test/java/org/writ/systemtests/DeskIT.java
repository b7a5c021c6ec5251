package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Review;

/** The officers' pages in a real Chromium, signed in at the real identity provider. */
@ExtendWith(RunningSystem.class)
class DeskIT {

  private static final Chromium CHROMIUM = new Chromium();
  private static final Journey AGENCY = new Journey("agency-de");
  private static final Review RITA = RunningSystem.review(RunningSystem.person("rita"));

  /** The cookies of somebody who is signed in: signing in is a test of its own, and takes long. */
  private static String session = "";

  @BeforeAll
  static void signIn() {
    try (BrowserContext context = CHROMIUM.open(new Browser.NewContextOptions())) {
      Officer.signIn(context.newPage(), "dora");
      session = context.storageState();
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
    try (BrowserContext context = signedIn("en")) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      var officer = new Officer(page);
      var looks = new Looks(page, "desk");

      // When, then
      page.navigate(Officer.address("/desk"));
      looks.inspect("list");
      page.navigate(Officer.address("/desk/refusals"));
      looks.inspect("refusals");
      page.navigate(Officer.address("/desk/requests/new"));
      looks.inspect("order");
      officer.next();
      assertThat(page.locator(".summary").evaluate("e => e === document.activeElement"))
          .as("faults are read out first")
          .isEqualTo(true);
      looks.inspect("faults");
      officer.fillOrder("AZ look");
      officer.next();
      looks.inspect("offence");
      officer.fillOffence();
      officer.next();
      page.locator("button[value=add]").click();
      looks.inspect("accounts");
      page.locator("button[value='remove:1']").click();
      officer.fillAccount();
      officer.next();
      looks.inspect("confirm");
      String id = officer.send();
      looks.inspect("request");
      page.navigate(Officer.address("/desk/requests/" + id + "/withdrawal"));
      looks.inspect("withdrawal");
      awaitReceipt(page, id);
      looks.inspect("receipt");
      ask(id);
      officer.look(id);
      upload(page, "order.pdf", "%PDF-1.7\n%%EOF\n");
      looks.inspect("question");
      approve(id);
      officer.look(id);
      looks.inspect("package");
      assertThat(errors).isEmpty();
      upload(opened("/desk/requests/" + submitted(), page), "order.pdf", "MZ this is a program");
      looks.inspect("refused");
      page.navigate(Officer.address("/desk/requests/" + UUID.randomUUID()));
      looks.inspect("missing");
      page.navigate(Officer.address("/desk/signed-out"));
      looks.inspect("out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "de", "fr"})
  void pagesFitInEveryLanguage(String language) {
    // Given
    try (BrowserContext context = signedIn(language)) {
      Page page = context.newPage();
      var officer = new Officer(page);
      var looks = new Looks(page, "desk-" + language);

      // When, then
      page.navigate(Officer.address("/desk"));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      looks.fit("list");
      page.navigate(Officer.address("/desk/refusals"));
      looks.fit("refusals");
      page.navigate(Officer.address("/desk/requests/new"));
      officer.next();
      looks.fit("faults");
      officer.fillOrder("AZ " + language);
      officer.next();
      looks.fit("offence");
      officer.fillOffence();
      officer.next();
      looks.fit("accounts");
      officer.fillAccount();
      officer.next();
      looks.fit("confirm");
      String id = officer.send();
      upload(page, "order.pdf", "MZ this is a program");
      looks.fit("refused");
      page.navigate(Officer.address("/desk/requests/" + id + "/receipt"));
      looks.fit("receipt");
      ask(id);
      approve(id);
      officer.look(id);
      looks.fit("package");
      page.navigate(Officer.address("/desk/requests/" + id + "/withdrawal"));
      looks.fit("refusal");
    }
  }

  @Test
  void packageIsDownloadedOpenedAndAcknowledged(@TempDir Path folder) throws Exception {
    // Given
    try (BrowserContext context = signedIn("en")) {
      Page page = context.newPage();
      var officer = new Officer(page);
      String id = submitted();
      Journey.approve(RITA, id);
      String sha256 = AGENCY.awaitStatus(id, "AVAILABLE").path("delivery").path("sha256").asText();
      officer.look(id);

      // When
      var download = page.waitForDownload(() -> page.getByText("Download the package").click());
      Path file = folder.resolve(download.suggestedFilename());
      download.saveAs(file);
      page.locator("#fetched").setInputFiles(file);
      await()
          .atMost(RunningSystem.PATIENCE)
          .until(() -> page.locator("#sha256").inputValue(), sha256::equals);
      page.getByText("It arrived whole").click();

      // Then
      assertThat(page.locator("[role=status]").innerText()).contains("package arrived");
      assertThat(sha256(Files.readAllBytes(file))).isEqualTo(sha256);
      Path agencies = RunningSystem.settings().data().resolve("agencies");
      Path archive = folder.resolve("package.zip");
      OpenSsl.decrypt(
          file, agencies.resolve("agency-de.crt"), agencies.resolve("agency-de.key"), archive);
      assertThat(archive).isNotEmptyFile();
      AGENCY.awaitStatus(id, "DELIVERED");
      Answer fetches = RunningSystem.fetches(RunningSystem.person("olga"), "agency-de");
      assertThat(fetches.require(200).text()).contains(id);
    }
  }

  @Test
  void receiptIsProvedByTheCommandsOfItsPage(@TempDir Path folder) throws Exception {
    // Given
    try (BrowserContext context = signedIn("en")) {
      Page page = context.newPage();
      String id = submitted();
      awaitReceipt(page, id);
      download(page, "a[download]", folder);
      download(page, "a[href='/desk/writ-receipt.jar']", folder);
      String commands = page.locator("pre code").innerText();

      // When
      var shell =
          new ProcessBuilder("bash", "-ec", commands)
              .directory(folder.toFile())
              .redirectErrorStream(true);
      shell
          .environment()
          .merge(
              "PATH",
              Path.of(System.getProperty("java.home"), "bin").toString(),
              (path, java) -> java + ":" + path);
      Process run = shell.start();
      String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      // Then
      assertThat(said).startsWith("PROVED").contains(id);
      assertThat(run.waitFor()).isZero();
    }
  }

  private static void download(Page page, String link, Path folder) {
    var download = page.waitForDownload(() -> page.locator(link).click());
    download.saveAs(folder.resolve(download.suggestedFilename()));
  }

  @Test
  void requestIsSubmittedWithTheKeyboardAlone() {
    // Given
    try (BrowserContext context = signedIn("en")) {
      Page page = context.newPage();
      page.navigate(Officer.address("/desk/requests/new"));

      // When
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      type(page, "#f-reference", "AZ keyboard");
      choose(page, "#f-process", "Court");
      choose(page, "#f-regime", "National");
      type(page, "#f-issuingAuthority-name", "Amtsgericht Tiergarten");
      choose(page, "#f-issuingAuthority-type", "Court");
      choose(page, "#f-issuingAuthority-country", "Germany");
      page.fill("#f-issuedOn", Officer.daysAgo(3));
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
  void whatIsWrongIsSaidWhileSomebodyTypes() {
    // Given
    try (BrowserContext context = signedIn("de")) {
      Page page = context.newPage();
      page.navigate(Officer.address("/desk/requests/new"));

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

  private static BrowserContext signedIn(String language) {
    return CHROMIUM.open(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setStorageState(session)
            // Colours change at once, so that no screenshot and no contrast is of one in between.
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static Page opened(String path, Page page) {
    page.navigate(Officer.address(path));
    return page;
  }

  /** The id of a request that is submitted by machine. */
  private static String submitted() {
    return AGENCY.submit();
  }

  /** A reviewer asks, and the agency sees the question. */
  private static void ask(String id) {
    Answer file = Journey.claim(RITA, id);
    RITA.ask(id, Journey.etag(file), "Which account do you mean?").require(200, 204);
    AGENCY.awaitStatus(id, "CLARIFICATION_REQUESTED");
  }

  /** The agency answers, the reviewer approves, and the package waits. */
  private static void approve(String id) {
    AGENCY.intake().clarify(id, "{\"answer\":\"The first one\"}").require(200, 202);
    AGENCY.awaitStatus(id, "UNDER_REVIEW");
    Answer file =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(() -> RITA.read(id), read -> read.text().contains("The first one"));
    RITA.decide(id, Journey.etag(file), Journey.approval(file.json())).require(200);
    AGENCY.awaitStatus(id, "AVAILABLE");
  }

  private static void upload(Page page, String name, String content) {
    page.setInputFiles(
        "#file",
        new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.US_ASCII)));
    page.locator("form[enctype] button").click();
  }

  private static void awaitReceipt(Page page, String id) {
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(
            () -> {
              page.navigate(Officer.address("/desk/requests/" + id + "/receipt"));
              return page.locator("a[download]").count() == 1;
            });
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
}
