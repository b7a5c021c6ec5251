package org.writ.intake.webhook;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** The webhook of agency-de, as the agency sets it and as its server is told. */
final class OwnWebhook implements AutoCloseable {

  static final String AGENCY = "agency-de";
  static final String PATH = "/v1/agency/webhook";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HookServer server = new HookServer();
  private final String secret;

  /** Lets the agency be told at a server of its own. */
  OwnWebhook() {
    Intake.registerAgencies();
    secret = put(server.url()).then().extract().path("secret");
  }

  HookServer server() {
    return server;
  }

  /** The secret that came with the address. */
  String secret() {
    return secret;
  }

  /** Sets the address. */
  static Response put(String url) {
    var body = SubmissionBody.JSON.createObjectNode().put("url", url).toString();
    return Intake.agency(AGENCY).contentType("application/json").body(body).put(PATH);
  }

  /** Queues a ping and gives its id. */
  static String ping() {
    return Intake.agency(AGENCY)
        .post(PATH + "/test")
        .then()
        .statusCode(202)
        .body("type", equalTo("webhook.ping"))
        .extract()
        .path("id");
  }

  /** Where a message is sent once more. */
  static String replay(String id) {
    return PATH + "/messages/" + id + "/replay";
  }

  static Response messages(String query) {
    return Intake.agency(AGENCY).get(PATH + "/messages" + query);
  }

  /** Waits until the server was told as often. */
  void awaitReceived(int messages) {
    await().atMost(PATIENCE).until(() -> server.received().size() >= messages);
  }

  /** Waits until the newest message has a status. */
  static void awaitNewest(String status) {
    await().atMost(PATIENCE).until(() -> messages("").path("items[0].status"), status::equals);
  }

  /** Waits until the newest message was sent at least once. */
  static void awaitAttempt() {
    await().atMost(PATIENCE).until(() -> messages("").<Integer>path("items[0].attempts") > 0);
  }

  static List<String> signatures(HookServer.Received got) {
    return Arrays.asList(got.header("webhook-signature").split(" "));
  }

  /** As a receiver computes it, along the specification. */
  static String signature(String secret, HookServer.Received got) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed =
          String.join(".", got.header("webhook-id"), got.header("webhook-timestamp"), got.body());
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Other tests of this database count on it that there is none. */
  @Override
  public void close() {
    Intake.agency(AGENCY).delete(PATH);
    server.close();
  }
}
