package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.writ.ops.api.Agencies;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Intake;
import org.writ.ops.api.Review;
import org.writ.ops.api.SignIn;

/**
 * An agency's whole life, from the invitation to its end. Each step builds on the one before, as
 * they do in life: the agency is one that nobody has registered, so it begins with nothing.
 */
@ExtendWith(RunningSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgencyLifeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ID = "agency-zz";
  private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

  private static final Agencies OLGA = RunningSystem.agencies(RunningSystem.person("olga"));
  private static final Agencies OTTO = RunningSystem.agencies(RunningSystem.person("otto"));
  private static final Journey AGENCY = new Journey(ID);
  private static final Intake INTAKE = AGENCY.intake();
  private static final Disclosure DISCLOSURE = AGENCY.disclosure();
  private static final Review RITA = RunningSystem.review(RunningSystem.person("rita"));

  @TempDir static Path folder;

  /** The request that is answered with a package, and the one that stays open. */
  private static String answered = "";

  private static String open = "";

  /** The package. */
  private static String delivery = "";

  @Test
  @Order(1)
  void nobodySubmitsBeforeTwoOperatorsAgree() throws Exception {
    // Given
    Answer stranger = submit("AZ 0");
    String seen = OLGA.register(ID, profile()).require(201).header("ETag").orElseThrow();

    // When
    Answer invited = submit("AZ 0");
    Answer alone = OLGA.approve(ID, seen);
    Answer agreed = OTTO.approve(ID, seen);

    // Then
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(invited.status()).isEqualTo(403);
    assertThat(alone.status()).isEqualTo(409);
    assertThat(agreed.status()).isEqualTo(200);
    assertThat(OLGA.agency(ID).require(200).json().path("status").asText()).isEqualTo("ACTIVE");
    assertThat(INTAKE.agency().require(200).json().path("name").asText())
        .isEqualTo("Police of the Test");
  }

  @Test
  @Order(2)
  void theAgencyTakesAnotherCertificate() throws Exception {
    // Given
    Path certificate = folder.resolve("second.crt");
    OpenSsl.certify("Police of the Test", folder.resolve("second.key"), certificate);
    String pem = Files.readString(certificate);

    // When
    INTAKE
        .replaceCertificate(JSON.createObjectNode().put("certificate", pem).toString())
        .require(200);

    // Then
    JsonNode onFile = OTTO.agency(ID).require(200).json();
    assertThat(onFile.path("certificates")).hasSize(2);
  }

  @Test
  @Order(3)
  void aRequestIsAskedAboutAnsweredAndDisclosedToTheNewCertificate() throws Exception {
    // Given
    answered = submit("AZ 1").require(202).json().path("id").asText();
    INTAKE.document(answered, "order.pdf", PDF.getBytes(StandardCharsets.US_ASCII)).require(201);
    AGENCY.awaitStatus(answered, "UNDER_REVIEW");
    Answer file = Journey.claim(RITA, answered);
    RITA.ask(answered, Journey.etag(file), "Which account do you mean?").require(200, 204);
    JsonNode asked = AGENCY.awaitStatus(answered, "CLARIFICATION_REQUESTED");
    assertThat(asked.toString()).contains("Which account do you mean?");

    // When
    INTAKE.clarify(answered, "{\"answer\":\"The first one\"}").require(200, 202);

    // Then
    AGENCY.awaitStatus(answered, "UNDER_REVIEW");
    Answer again =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(() -> RITA.read(answered), read -> read.text().contains("The first one"));
    assertThat(again.json().path("documents")).hasSize(1);
    RITA.decide(answered, Journey.etag(again), Journey.approval(again.json())).require(200);
    delivery = AGENCY.awaitStatus(answered, "AVAILABLE").path("delivery").path("id").asText();
    Path envelope = folder.resolve("package.p7m");
    Files.write(envelope, DISCLOSURE.fetch(delivery).require(200).body());
    Path archive = folder.resolve("package.zip");
    OpenSsl.decrypt(envelope, folder.resolve("second.crt"), folder.resolve("second.key"), archive);
    assertThat(archive).isNotEmptyFile();
  }

  @Test
  @Order(4)
  void anOfficerWhoIsBarredGetsNoPackage() {
    // Given
    SignIn zoe = RunningSystem.person("zoe");
    List<String> before = officers();
    RunningSystem.intake(zoe).requests().require(200);
    List<String> seen = officers();
    seen.removeAll(before);
    assertThat(seen).hasSize(1);
    Disclosure hers = RunningSystem.disclosure(zoe);
    hers.delivery(delivery).require(200);

    // When
    OLGA.block(ID, seen.getFirst()).require(200);

    // Then
    await().atMost(RunningSystem.PATIENCE).until(() -> hers.delivery(delivery), it -> it.is(403));
    hers.fetch(delivery).require(403);
    DISCLOSURE.delivery(delivery).require(200);
    OLGA.unblock(ID, seen.getFirst()).require(200);
    await().atMost(RunningSystem.PATIENCE).until(() -> hers.delivery(delivery), it -> it.is(200));
  }

  @Test
  @Order(5)
  void aRequestBySignedHandoverMessageIsTakenBack() {
    // Given
    String task = UUID.randomUUID().toString();
    String authorisation = UUID.randomUUID().toString();
    String created = Handover.request(authorisation, task, "4915100000002");

    // When
    Answer answer = INTAKE.handover(created).require(200);
    Answer cancelled = INTAKE.handover(Handover.cancel(task, 1)).require(200);

    // Then
    assertThat(answer.text()).contains("CREATEResponse").doesNotContain("ErrorInformation");
    assertThat(cancelled.text()).contains("UPDATEResponse").doesNotContain("ErrorInformation");
    JsonNode newest = INTAKE.requests().require(200).json().path("items").path(0);
    AGENCY.awaitStatus(newest.path("id").asText(), "WITHDRAWN");
  }

  @Test
  @Order(6)
  void aRequestIsTakenBackThroughTheApi() {
    // Given
    String request = submit("AZ 2").require(202).json().path("id").asText();
    AGENCY.awaitStatus(request, "UNDER_REVIEW");

    // When
    INTAKE.withdraw(request).require(200, 202);

    // Then
    AGENCY.awaitStatus(request, "WITHDRAWN");
    await().atMost(RunningSystem.PATIENCE).until(() -> RITA.claim(request), claim -> claim.is(409));
  }

  @Test
  @Order(7)
  void aRequestFromAPageWithoutScriptsIsSeenByMachineAndTakenBackOnThePage() {
    try (var chromium = new Chromium();
        var browser =
            chromium.open(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
      // Given
      var zoe = Officer.signIn(browser.newPage(), "zoe");

      // When
      String request = zoe.submit("AZ page");

      // Then
      JsonNode seen = AGENCY.awaitStatus(request, "UNDER_REVIEW");
      assertThat(seen.path("channel").asText()).isEqualTo("PAGE");
      assertThat(seen.path("reference").asText()).isEqualTo("AZ page");
      zoe.withdraw(request);
      assertThat(zoe.page().locator("main").innerText()).contains("Withdrawn");
      AGENCY.awaitStatus(request, "WITHDRAWN");
    }
  }

  @Test
  @Order(8)
  void suspensionStopsEverythingAtOnceAndNamesWhatWasFetched() {
    // Given
    open = submit("AZ 3").require(202).json().path("id").asText();
    AGENCY.awaitStatus(open, "UNDER_REVIEW");

    // When
    OLGA.suspend(ID, "MAILBOX_COMPROMISED").require(200);

    // Then
    assertThat(submit("AZ 4").status()).isEqualTo(403);
    assertThat(INTAKE.requests().status()).isEqualTo(403);
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> DISCLOSURE.delivery(delivery), it -> it.is(403));
    await().atMost(RunningSystem.PATIENCE).until(() -> RITA.claim(open), claim -> claim.is(409));
    JsonNode fetches =
        RunningSystem.fetches(RunningSystem.person("olga"), ID).require(200).json().path("items");
    assertThat(fetches.findValuesAsText("requestId")).containsExactly(answered);
  }

  @Test
  @Order(9)
  void twoOperatorsLetItInAgain() {
    // Given
    OLGA.reinstate(ID).require(200);
    Answer alone = OLGA.approveReinstatement(ID);

    // When
    OTTO.approveReinstatement(ID).require(200);

    // Then
    assertThat(alone.status()).isEqualTo(409);
    assertThat(INTAKE.request(open).require(200).json().path("status").asText())
        .isEqualTo("UNDER_REVIEW");
    Journey.approve(RITA, open);
    AGENCY.awaitStatus(open, "AVAILABLE");
    DISCLOSURE.delivery(delivery).require(200);
  }

  @Test
  @Order(10)
  void whatIsClosedStaysClosed() {
    // When
    OLGA.close(ID, "DISSOLVED").require(200);

    // Then
    assertThat(submit("AZ 5").status()).isEqualTo(403);
    assertThat(OLGA.reinstate(ID).status()).isEqualTo(409);
    await().atMost(RunningSystem.PATIENCE).until(DISCLOSURE::deliveries, it -> it.is(403));
  }

  private static List<String> officers() {
    return OLGA.agency(ID).require(200).json().path("officers").findValuesAsText("account");
  }

  private static Answer submit(String reference) {
    return INTAKE.submit(UUID.randomUUID().toString(), Journey.order(reference));
  }

  private static String profile() throws Exception {
    Path certificate = folder.resolve("first.crt");
    OpenSsl.certify("Police of the Test", folder.resolve("first.key"), certificate);
    ObjectNode profile =
        JSON.createObjectNode()
            .put("name", "Police of the Test")
            .put("country", "DE")
            .put("kind", "POLICE")
            .put("certificate", Files.readString(certificate))
            .put("jurisdiction", "The whole of the test")
            .put("callBackPhone", "+49301234567");
    profile.putArray("domains").add("police-of-the-test.example");
    profile
        .putObject("endpoint")
        .put("countryCode", Handover.COUNTRY)
        .put("uniqueIdentifier", Handover.SENDER);
    return profile.toString();
  }
}
