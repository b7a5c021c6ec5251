package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writ.disclosure.SigningFiles;
import org.writ.disclosure.TestClock;
import org.writ.disclosure.packaging.OpenSsl;
import org.writ.disclosure.packaging.Unpacked;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;

/** From a decision to the package that its agency has. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class DeliveryTest extends DeliveryScenario {

  @Inject DeliveryFold fold;
  @Inject DeliveryRows rows;

  @TempDir Path folder;

  @Test
  void approvedDecisionBecomesAPackageOfExactlyWhatWasApproved() throws Exception {
    // Given
    String number = accountWithLogins();
    decide(
        Decided.details("item-1", number, "item-2", number),
        Decided.approved("item-1", "IP_ADDRESS"),
        Decided.refused("item-2"));
    String delivery = awaitStatus("AVAILABLE").path("id");

    // When
    Response fetched = agency().get("/v1/deliveries/{id}/package", delivery);

    // Then
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.contentType()).isEqualTo("application/pkcs7-mime");
    byte[] encrypted = fetched.asByteArray();
    String sha256 = DigestUtils.sha256Hex(encrypted);
    Response view = find(delivery);
    assertThat(view.<String>path("sha256")).isEqualTo(sha256);
    assertThat(view.<Integer>path("size")).isEqualTo(encrypted.length);
    assertThat(Instant.parse(view.path("expiresAt")))
        .isBetween(
            TestClock.START.plus(Duration.ofDays(30)), clock.instant().plus(Duration.ofDays(30)));
    assertThat(fetched.header("Content-Length")).isEqualTo("" + encrypted.length);
    assertThat(fetched.header("ETag")).isEqualTo("\"" + sha256 + "\"");
    assertThat(fetched.header("Repr-Digest"))
        .isEqualTo(
            "sha-256=:" + Base64.getEncoder().encodeToString(DigestUtils.sha256(encrypted)) + ":");
    assertPackage(encrypted, number);
  }

  @Test
  void everyStepIsAnEventWithItsCause() {
    // Given
    String number = accountWithLogins();
    Event decided =
        decide(
            Decided.details("item-1", number),
            Decided.approved("item-1", "IP_ADDRESS", "PHONE_NUMBER"));
    Response view = awaitStatus("AVAILABLE");
    String delivery = view.path("id");
    String sha256 = view.path("sha256");

    // When
    agency().get("/v1/deliveries/{id}/package", delivery).then().statusCode(200);
    acknowledge(delivery, sha256).then().statusCode(200);
    acknowledge(delivery, sha256).then().statusCode(200);

    // Then
    List<Event> log = awaitEvents(4);
    assertThat(log)
        .extracting(event -> event.envelope().sequence())
        .containsExactly(1L, 2L, 3L, 4L);
    DeliveryOpened opened = (DeliveryOpened) log.get(0).data();
    assertThat(opened.getDecision()).isEqualTo(decided.envelope().id().toString());
    assertThat(log.get(0).envelope().cause()).isEqualTo(decided.envelope().id());
    assertThat(log.get(0).envelope().actor()).hasToString("service:disclosure");
    PackagePrepared prepared = (PackagePrepared) log.get(1).data();
    assertThat(prepared.getAccountsDisclosed()).isEqualTo(1);
    assertThat(prepared.getItems())
        .containsExactly(
            new ItemDisclosure(
                "item-1",
                DisclosureOutcome.DISCLOSED,
                List.of("PHONE_NUMBER", "IP_ADDRESS"),
                3L,
                null));
    assertThat(log.get(1).envelope().cause()).isEqualTo(log.get(0).envelope().id());
    assertThat(log.get(2).data()).isEqualTo(new PackageFetched(delivery, sha256));
    assertThat(log.get(2).envelope().actor().role()).isEqualTo("agency");
    assertThat(log.get(3).data()).isEqualTo(new DeliveryAcknowledged(delivery, sha256));
    assertThat(find(delivery).<String>path("status")).isEqualTo("DELIVERED");
  }

  @Test
  void refusedDecisionOpensNoDelivery() {
    // Given / When
    decide(Decided.details(), Decided.refused("item-1"));

    // Then
    await()
        .until(() -> count("consumed WHERE topic = 'review.cases' AND subject = ?", request) == 1);
    assertThat(onTopic()).isEmpty();
    assertThat(count("delivery WHERE request_id = ?", request)).isZero();
  }

  @Test
  void sameDecisionTwiceIsOneDelivery() {
    // Given
    String number = accountWithLogins();
    Event decided =
        decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));

    // When
    events.repeat(decided);
    decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));

    // Then
    await().until(() -> count("parked WHERE topic = 'review.cases' AND subject = ?", request) == 1);
    awaitStatus("AVAILABLE");
    assertThat(onTopic())
        .extracting(event -> event.data().getClass().getSimpleName())
        .containsExactly("DeliveryOpened", "PackagePrepared");
    assertThat(count("delivery WHERE request_id = ?", request)).isEqualTo(1);
  }

  @Test
  void decisionThatDisclosesContentIsParked() {
    // Given / When
    decide(Decided.details("item-1", "+491"), Decided.approved("item-1", "IP_ADDRESS", "CONTENT"));

    // Then
    await().until(() -> count("parked WHERE topic = 'review.cases' AND subject = ?", request) == 1);
    assertThat(count("delivery WHERE request_id = ?", request)).isZero();
  }

  @Test
  void decisionOfACaseWhoseKeyIsErasedIsParked() {
    // Given
    events.eraseKey(request);

    // When
    decide(Decided.details("item-1", "+491"), Decided.approved("item-1", "IP_ADDRESS"));

    // Then
    await().until(() -> count("parked WHERE topic = 'review.cases' AND subject = ?", request) == 1);
    assertThat(count("delivery WHERE request_id = ?", request)).isZero();
  }

  @Test
  void deliveryWithoutAnyDataHasNoPackage() {
    // Given
    decide(Decided.details("item-1", "+4900000000"), Decided.approved("item-1", "IP_ADDRESS"));

    // When
    String delivery = awaitStatus("NO_DATA").path("id");

    // Then
    assertThat(agency().get("/v1/deliveries/{id}/package", delivery).statusCode()).isEqualTo(409);
    assertThat(awaitEvents(2).get(1).data())
        .isEqualTo(
            new NoDataFound(
                delivery,
                List.of(
                    new ItemDisclosure(
                        "item-1",
                        DisclosureOutcome.NO_DATA,
                        List.of(),
                        0L,
                        "UNKNOWN_IDENTIFIER"))));
  }

  @Test
  void itemWithoutDataIsSaidBesideOneWithData() {
    // Given
    String number = accountWithLogins();

    // When
    decide(
        Decided.details("item-1", "+4900000000", "item-2", number),
        Decided.approved("item-1", "IP_ADDRESS"),
        Decided.approved("item-2", "IP_ADDRESS"));

    // Then
    awaitStatus("AVAILABLE");
    PackagePrepared prepared = (PackagePrepared) awaitEvents(2).get(1).data();
    assertThat(prepared.getItems())
        .containsExactly(
            new ItemDisclosure(
                "item-1", DisclosureOutcome.NO_DATA, List.of(), 0L, "UNKNOWN_IDENTIFIER"),
            new ItemDisclosure(
                "item-2", DisclosureOutcome.DISCLOSED, List.of("IP_ADDRESS"), 2L, null));
  }

  private void assertPackage(byte[] encrypted, String number) throws Exception {
    AGENCY_KEYS.write(folder, "agency");
    Files.write(folder.resolve("package.p7m"), encrypted);
    OpenSsl.decrypt(folder);
    byte[] zip = Files.readAllBytes(folder.resolve("package.zip"));
    Unpacked.into(folder, zip);
    String signing = ConfigProvider.getConfig().getValue(SigningFiles.FOLDER, String.class);
    Files.copy(Path.of(signing, "platform.crt"), folder.resolve("platform.crt"));
    assertThat(OpenSsl.verify(folder).output()).contains("CMS Verification successful");
    assertThat(Unpacked.files(zip).keySet())
        .containsExactly(
            "README.txt",
            "records/1-IP_ADDRESS.json",
            "records/1-IP_ADDRESS.csv",
            "manifest.json",
            "manifest.json.sig");
    assertThat(folder.resolve("records/1-IP_ADDRESS.csv"))
        .hasContent(
            """
            at,ipAddress,port
            2026-05-01T00:00:00Z,198.51.100.7,40001
            2026-10-31T23:59:59.999Z,2001:db8::7,40002
            """);
    var manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    assertThat(manifest.at("/requestId").asText()).isEqualTo(request);
    assertThat(manifest.at("/items")).hasSize(1);
    assertThat(manifest.at("/items/0/identifier/value").asText()).isEqualTo(number);
  }

  @Test
  void rowsFollowFromTheLogAlone() {
    // Given
    String delivery = awaitDelivery();
    agency().get("/v1/deliveries/{id}/package", delivery).then().statusCode(200);
    acknowledge(delivery, find(delivery).path("sha256")).then().statusCode(200);
    List<Event> log = awaitEvents(4);

    QuarkusTransaction.begin();
    try {
      String live = rows(delivery);
      rows.getEntityManager().createNativeQuery("delete from package_fetch").executeUpdate();
      rows.getEntityManager().createNativeQuery("delete from delivery_item").executeUpdate();
      rows.getEntityManager()
          .createNativeQuery("delete from delivery_item_disclosure")
          .executeUpdate();
      rows.getEntityManager().createQuery("delete from DeliveryRow").executeUpdate();
      String deleted = rows(delivery);

      // When
      log.forEach(fold::apply);
      rows.getEntityManager().flush();

      // Then
      assertThat(live).contains("DELIVERED", "IP_ADDRESS");
      assertThat(deleted).isEmpty();
      assertThat(rows(delivery)).isEqualTo(live);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** Every column of a delivery's rows, as the current transaction sees them. */
  private String rows(String delivery) {
    var all = new StringBuilder();
    for (String table : fold.tables()) {
      var query =
          rows.getEntityManager()
              .createNativeQuery(
                  "SELECT * FROM " + table + " WHERE delivery_id = ?", Object[].class)
              .setParameter(1, delivery);
      for (Object row : query.getResultList()) {
        all.append(Arrays.deepToString((Object[]) row)).append('\n');
      }
    }
    return all.toString();
  }
}
