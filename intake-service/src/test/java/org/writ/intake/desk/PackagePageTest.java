package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;
import org.writ.intake.OtherServers;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

/** The package on a request's page; where the disclosure-service would be, {@link OtherServers}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(OtherServers.class)
class PackagePageTest {

  /** More than is on its way at any moment. */
  private static final int LARGE = 5 << 20;

  /**
   * Why there is no package.
   *
   * @param answered the disclosure-service's status
   * @param detail what it says
   * @param shown the page's status
   * @param words what the page says instead
   */
  private record Refusal(int answered, String detail, int shown, String words) {}

  private static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(410, "The package has expired.", 410, "ist vorbei"),
          new Refusal(409, "The package is still being prepared.", 409, "wird noch vorbereitet"),
          new Refusal(404, "You have no delivery of this id.", 404, "Diese Seite gibt es nicht"),
          new Refusal(401, "Sign in: send a valid access token.", 503, "antwortet nicht"),
          new Refusal(500, "The service failed.", 503, "antwortet nicht"));

  private final TestEvents others = new TestEvents();
  private final String delivery = UUID.randomUUID().toString();
  private PageVisitor dora = new PageVisitor();
  private String id = "";

  @BeforeEach
  void submit() {
    Intake.registerAgencies();
    dora = PageVisitor.signedIn("dora");
    id = Intake.submitted("agency-de", SubmissionBody.sound());
  }

  @AfterEach
  void closeEvents() {
    others.close();
  }

  @Test
  void packageIsShownWithAButtonAndHowToOpenIt() {
    // Given
    prepared();

    // When
    var page = dora.get(path(""));

    // Then
    assertThat(page.html())
        .contains(
            "Package ready",
            OtherServices.SHA256,
            "action=\"" + path("/package") + "\"",
            "action=\"" + path("/acknowledgement") + "\"",
            "certutil -hashfile " + delivery + ".p7m SHA256",
            "openssl cms -decrypt",
            "/v1/deliveries/" + delivery + "/package",
            "client_id=agency-de")
        .doesNotContain("/withdrawal\"");
  }

  @Test
  void packageIsHandedThroughInTheOfficersName() throws Exception {
    // Given
    prepared();
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    OtherServers.answer(packageAddress(), 200, content);

    // When
    var download = dora.download(path("/package"));

    // Then
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.headers().firstValue("Content-Type")).contains("application/pkcs7-mime");
    assertThat(download.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + delivery + ".p7m\"");
    assertThat(download.headers().firstValueAsLong("Content-Length")).hasValue(LARGE);
    assertThat(download.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(download.body()).isEqualTo(content);
    assertThat(claims(OtherServers.callerOf(packageAddress())))
        .contains("\"azp\":\"pages\"", "\"agency\":\"agency-de\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000, LARGE})
  void packageThatBreaksOffIsNoWholeFile(int sent) throws InterruptedException {
    // Given
    prepared();
    OtherServers.breakOff(packageAddress(), new byte[sent]);

    // When
    String handedThrough = handedThrough();

    // Then: an error before the first byte, and an end of the connection after it
    assertThat(handedThrough).isIn("status 500", "broken off");
  }

  private String handedThrough() throws InterruptedException {
    try {
      var download = dora.download(path("/package"));
      return download.statusCode() == 200
          ? "%d bytes with %s".formatted(download.body().length, download.headers().map())
          : "status " + download.statusCode();
    } catch (IOException brokenOff) {
      return "broken off";
    }
  }

  @Test
  void whyThereIsNoPackageIsSaidInTheReadersLanguage() {
    // Given
    prepared();
    dora.read("de");
    for (Refusal refusal : REFUSALS) {
      OtherServers.answer(
          packageAddress(),
          refusal.answered(),
          "{\"title\":\"x\",\"detail\":\"%s\"}".formatted(refusal.detail()));

      // When
      var page = dora.post(path("/package"), List.of());

      // Then
      assertThat(page.status()).isEqualTo(refusal.shown());
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.html())
          .contains("<html lang=\"de\">", refusal.words())
          .doesNotContain(refusal.detail());
    }
  }

  @Test
  void requestWithoutAPackageGivesNone() {
    // Given a request that is not decided

    // When
    var page = dora.post(path("/package"), List.of());

    // Then
    assertThat(page.status()).isEqualTo(404);
    assertThat(dora.get(path("")).html()).doesNotContain("/package\"", "/acknowledgement\"");
  }

  @Test
  void packageOfAnotherAgencyIsNotAskedFor() {
    // Given
    String theirs = Intake.submitted("agency-fr", SubmissionBody.sound());

    // When
    var page = dora.post("/desk/requests/" + theirs + "/package", List.of());

    // Then
    assertThat(page.status()).isEqualTo(404);
  }

  @Test
  void linkFetchesNothing() {
    // Given
    prepared();
    OtherServers.answer(packageAddress(), 200, "package");

    // When
    var page = dora.get(path("/package"));

    // Then
    assertThat(page.status()).isEqualTo(405);
    assertThat(OtherServers.callerOf(packageAddress())).isEmpty();
  }

  @Test
  void officerSaysThatThePackageArrived() {
    // Given
    prepared();
    OtherServers.answer(acknowledgementAddress(), 200, "{}");

    // When
    var page = acknowledge(OtherServices.SHA256);

    // Then
    assertThat(page.address().getPath()).isEqualTo(path(""));
    assertThat(page.html()).contains("It is recorded that the package arrived.");
    assertThat(claims(OtherServers.callerOf(acknowledgementAddress())))
        .contains("\"azp\":\"pages\"", "\"agency\":\"agency-de\"");
  }

  @Test
  void hashOfAnotherFileIsSaidAndKept() {
    // Given
    prepared();
    OtherServers.answer(acknowledgementAddress(), 422, "{}");
    String other = "cd".repeat(32);

    // When
    var page = acknowledge(other);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("href=\"#sha256\"", "This is the SHA-256 of another file.", "value=\"" + other);
  }

  @Test
  void textThatIsNoHashIsAskedForAgain() {
    // Given
    prepared();

    // When
    var empty = acknowledge(" ");
    var quoted = acknowledge("a\"b");

    // Then
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.html()).contains("href=\"#sha256\"", "Please fill this in.");
    assertThat(quoted.status()).isEqualTo(422);
    assertThat(quoted.html()).contains("A SHA-256 has 64 digits", "value=\"a&quot;b\"");
    assertThat(OtherServers.callerOf(acknowledgementAddress())).isEmpty();
  }

  /** The request is approved, and its package waits. */
  private void prepared() {
    String item = Intake.request("agency-de", id).path("items[0].itemId");
    var approved = OtherServices.approved(item, "IP_ADDRESS", "PHONE_NUMBER");
    var disclosed = OtherServices.disclosed(item, "IP_ADDRESS", "PHONE_NUMBER");
    others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(item));
    others.publish(Topic.REVIEW_CASES, id, OtherServices.decided(CaseOutcome.APPROVED, approved));
    others.publish(Topic.DISCLOSURE_DELIVERIES, id, OtherServices.deliveryOpened(delivery));
    others.publish(Topic.DISCLOSURE_DELIVERIES, id, OtherServices.prepared(delivery, disclosed));
    Intake.awaitStatus("agency-de", id, "AVAILABLE");
  }

  private PageVisitor.Page acknowledge(String typed) {
    return dora.post(path("/acknowledgement"), List.of(Map.entry("sha256", typed)));
  }

  private static String claims(String authorization) {
    String[] token = authorization.replaceFirst("^Bearer ", "").split("\\.");
    return new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
  }

  private String packageAddress() {
    return "/v1/deliveries/" + delivery + "/package";
  }

  private String acknowledgementAddress() {
    return "/v1/deliveries/" + delivery + "/acknowledgement";
  }

  private String path(String rest) {
    return "/desk/requests/" + id + rest;
  }
}
