package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ItemDecision;

/** Withdrawals and suspensions, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class StoppingTest extends DeliveryScenario {

  private final String suspension = UUID.randomUUID().toString();

  @Test
  void aWithdrawnPackageIsDeleted() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseWithdrawn(true));

    // Then
    awaitStatus("WITHDRAWN");
    fetch(delivery).then().statusCode(410).body("detail", containsString("withdrawn"));
    acknowledge(delivery, sha256).then().statusCode(410);
    assertThat(count("package_content WHERE sha256 = ?", sha256)).isZero();
    assertThat(types()).containsExactly("DeliveryOpened", "PackagePrepared", "DeliveryWithdrawn");
  }

  @Test
  void aDecisionAndItsWithdrawalRightAfterLeaveNoPackage() throws Exception {
    // Given: packages cannot be stored for now
    String number = accountWithLogins();
    refuseChanges();
    double failures = failures();
    decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));
    await().until(() -> failures() > failures);
    execute("DROP TRIGGER refuse");

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseWithdrawn(true));

    // Then: whichever came first
    String delivery = awaitStatus("WITHDRAWN").path("id");
    fetch(delivery).then().statusCode(410);
    assertThat(types()).startsWith("DeliveryOpened").endsWith("DeliveryWithdrawn");
  }

  @Test
  void whatIsAcknowledgedStaysWhenTheRequestIsWithdrawn() {
    // Given
    String delivery = awaitDelivery();
    acknowledge(delivery, find(delivery).path("sha256")).then().statusCode(200);

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseWithdrawn(true));
    String next = UUID.randomUUID().toString();
    events.issueKey(next);
    decide(
        next,
        Decided.details("item-1", accountWithLogins()),
        Decided.approved("item-1", "IP_ADDRESS"));
    awaitStatus(next, "AVAILABLE");

    // Then
    find(delivery).then().body("status", equalTo("DELIVERED"));
  }

  @Test
  void aFrozenPackageIsHandedOverOnceTheSuspensionHasEnded() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseFrozen(suspension));

    // Then
    await().until(() -> find(delivery).path("frozen"));
    fetch(delivery).then().statusCode(409).body("detail", containsString("suspended"));
    acknowledge(delivery, sha256).then().statusCode(409);

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseUnfrozen(suspension));

    // Then
    await().until(() -> !find(delivery).<Boolean>path("frozen"));
    fetch(delivery).then().statusCode(200);
    acknowledge(delivery, sha256).then().statusCode(200);
    assertThat(types())
        .containsExactly(
            "DeliveryOpened",
            "PackagePrepared",
            "DeliveryFrozen",
            "DeliveryUnfrozen",
            "PackageFetched",
            "DeliveryAcknowledged");
  }

  @Test
  void nothingIsPreparedWhileTheAgencyIsSuspended() throws Exception {
    // Given: what is decided cannot be prepared before it is frozen
    String number = accountWithLogins();
    refuseChanges();
    double failures = failures();
    decide(Decided.details("item-1", number), Decided.approved("item-1", "IP_ADDRESS"));
    await().until(() -> failures() > failures);
    execute("DROP TRIGGER refuse");
    events.publish(Topic.REVIEW_CASES, request, new CaseFrozen(suspension));
    String delivery =
        agency().queryParam("requestId", request).get("/v1/deliveries").path("items[0].id");
    await().until(() -> find(delivery).path("frozen"));
    boolean waits = find(delivery).path("status").equals("PREPARING");

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseUnfrozen(suspension));

    // Then: in the order of the log, nothing was prepared in between
    awaitStatus("AVAILABLE");
    assertThat(types())
        .containsExactlyElementsOf(
            waits
                ? List.of("DeliveryOpened", "DeliveryFrozen", "DeliveryUnfrozen", "PackagePrepared")
                : List.of(
                    "DeliveryOpened", "PackagePrepared", "DeliveryFrozen", "DeliveryUnfrozen"));
  }

  @Test
  void whatIsNoBusinessOfDeliveriesIsPassedOver() {
    // Given
    String caller = "3f0c0f5e-0000-4000-8000-000000000001";

    // When
    events.publish(Topic.REVIEW_CASES, request, new CaseSupplemented((java.nio.ByteBuffer) null));
    events.publish(
        Topic.REVIEW_CASES, request, new CallBackRecorded(caller, "CONFIRMED", "+4930", null));
    events.publish(Topic.REVIEW_CASES, request, new CaseFrozen(suspension));
    events.publish(Topic.REVIEW_CASES, request, new CaseUnfrozen(suspension));

    // Then: the decision after them is carried out
    awaitDelivery();
    assertThat(types()).containsExactly("DeliveryOpened", "PackagePrepared");
  }

  @Test
  void thousandsOfItemsAreDelivered() {
    // Given
    String number = accountWithLogins();
    var items = new ArrayList<ItemDecision>();
    var identifiers = new ArrayList<String>();
    IntStream.range(0, 3_000)
        .forEach(
            i -> {
              items.add(Decided.approved("item-" + i, "PHONE_NUMBER"));
              identifiers.add("item-" + i);
              identifiers.add(i == 0 ? number : "+49170%07d".formatted(i));
            });

    // When
    decide(Decided.details(identifiers.toArray(String[]::new)), items.toArray(ItemDecision[]::new));

    // Then
    String delivery = awaitStatus("AVAILABLE").path("id");
    assertThat(
            count(
                "delivery_item_disclosure WHERE outcome = 'DISCLOSED' AND delivery_id = ?",
                delivery))
        .isEqualTo(1);
    assertThat(
            count(
                "delivery_item_disclosure WHERE outcome = 'NO_DATA' AND delivery_id = ?", delivery))
        .isEqualTo(items.size() - 1);
  }

  private io.restassured.response.Response fetch(String delivery) {
    return agency().get("/v1/deliveries/{id}/package", delivery);
  }

  private List<String> types() {
    return onTopic().stream().map(event -> event.data().getClass().getSimpleName()).toList();
  }
}
