package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.disclosure.content.Pieces;
import org.writ.disclosure.content.Spool;
import org.writ.eventlog.testing.TestStack;

/** Whatever happens while a package is prepared, there is one or none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class PreparationTest extends DeliveryScenario {

  @Inject PreparePackage preparePackage;
  @Inject PackageContent content;

  @Test
  void packageWhoseEventCannotBeAppendedIsNotThereAndIsPreparedAgain() throws Exception {
    // Given
    String number = accountWithLogins();
    refuseChanges();
    long pieces = count("package_content WHERE ? = ''", "");
    double failures = failures();

    // When
    decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));
    await().until(() -> failures() >= failures + 2);
    long piecesAfterFailure = count("package_content WHERE ? = ''", "");
    String other = UUID.randomUUID().toString();
    events.issueKey(other);
    decide(other, Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));
    awaitStatus(other, "AVAILABLE");
    double failing = metrics.get("writ.deliveries.preparation.failing").gauge().value();
    execute("DROP TRIGGER refuse");

    // Then
    assertThat(piecesAfterFailure).isEqualTo(pieces);
    assertThat(failing).isEqualTo(1);
    awaitStatus("AVAILABLE");
    assertThat(onTopic())
        .extracting(event -> event.data().getClass().getSimpleName())
        .containsExactly("DeliveryOpened", "PackagePrepared");
    assertThat(count("package_content WHERE ? = ''", "")).isEqualTo(pieces + 2);
    await().until(() -> metrics.get("writ.deliveries.preparation.failing").gauge().value() == 0);
  }

  @Test
  void packageThatSeveralPrepareAtOnceIsOne() throws Exception {
    // Given
    String number = accountWithLogins();
    refuseChanges();
    double failures = failures();
    decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));
    await().until(() -> failures() > failures);
    String delivery = awaitStatus("PREPARING").path("id");
    long pieces = count("package_content WHERE ? = ''", "");
    execute("DROP TRIGGER refuse");

    // When
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Boolean> prepare =
          () -> {
            preparePackage.prepare(delivery);
            return true;
          };
      threads.invokeAll(Stream.generate(() -> prepare).limit(4).toList());
    }

    // Then
    awaitStatus("AVAILABLE");
    assertThat(onTopic())
        .extracting(event -> event.data().getClass().getSimpleName())
        .containsExactly("DeliveryOpened", "PackagePrepared");
    assertThat(count("package_content WHERE ? = ''", "")).isEqualTo(pieces + 1);
  }

  @Test
  void packageThatChangedAtRestIsNotHandedOver() throws Exception {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");
    execute(
        "UPDATE package_content SET bytes = INSERT(bytes, 10, 1, 'x') WHERE sha256 = '"
            + sha256
            + "'");

    // When / Then
    var out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> content.writeTo(sha256, out))
        .isInstanceOf(PackageContent.Damaged.class);
    assertThat(out.size()).isZero();
    agency()
        .get("/v1/deliveries/{id}/package", delivery)
        .then()
        .statusCode(500)
        .contentType("application/problem+json");
  }

  @Test
  void packageOfManyPiecesIsGivenBackAsItWasStored() throws Exception {
    // Given
    byte[] bytes = new byte[2 * Pieces.BYTES + 17];
    new Random(1).nextBytes(bytes);
    String sha256;
    try (var spool = new Spool()) {
      spool.begin().write("Begun and given up".getBytes(StandardCharsets.UTF_8));
      spool.begin().write(bytes);
      sha256 = spool.sha256();
      String stored = sha256;
      QuarkusTransaction.requiringNew().run(() -> content.store(stored, spool.content()));
    }

    // When
    var out = new ByteArrayOutputStream();
    content.writeTo(sha256, out);

    // Then
    assertThat(sha256).isEqualTo(DigestUtils.sha256Hex(bytes));
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(count("package_content WHERE sha256 = ?", sha256)).isEqualTo(3);
  }
}
