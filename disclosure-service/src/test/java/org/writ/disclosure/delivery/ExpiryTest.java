package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.disclosure.DeliveryExpired;

/** Packages that nobody may fetch any more are deleted. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class ExpiryTest extends DeliveryScenario {

  @Inject ExpireDeliveries expireDeliveries;

  @Test
  void packageThatIsNotAcknowledgedInTimeExpiresAndIsDeleted() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");
    clock.forward(Duration.ofDays(31));

    // When
    int beforeTheCheck = agency().get("/v1/deliveries/{id}/package", delivery).statusCode();
    expireDeliveries.check();

    // Then
    assertThat(beforeTheCheck).isEqualTo(410);
    assertThat(find(delivery).<String>path("status")).isEqualTo("EXPIRED");
    assertThat(agency().get("/v1/deliveries/{id}/package", delivery).statusCode()).isEqualTo(410);
    assertThat(acknowledge(delivery, sha256).statusCode()).isEqualTo(410);
    assertThat(count("package_content WHERE sha256 = ?", sha256)).isZero();
    assertThat(awaitEvents(3).get(2).data()).isEqualTo(new DeliveryExpired(delivery));
  }

  @Test
  void acknowledgedPackageIsDeletedWhenItsRetentionEnds() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");
    acknowledge(delivery, sha256).then().statusCode(200);
    clock.forward(Duration.ofDays(6));
    expireDeliveries.check();
    int within = agency().get("/v1/deliveries/{id}/package", delivery).statusCode();
    clock.forward(Duration.ofDays(2));

    // When
    expireDeliveries.check();

    // Then
    assertThat(within).isEqualTo(200);
    assertThat(count("package_content WHERE sha256 = ?", sha256)).isZero();
    assertThat(agency().get("/v1/deliveries/{id}/package", delivery).statusCode()).isEqualTo(410);
    assertThat(find(delivery).<String>path("status")).isEqualTo("DELIVERED");
  }
}
