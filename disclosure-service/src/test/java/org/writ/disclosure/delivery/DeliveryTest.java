package org.writ.disclosure.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writ.disclosure.SigningFiles;
import org.writ.disclosure.TestClock;
import org.writ.disclosure.packaging.Keys;
import org.writ.disclosure.packaging.OpenSsl;
import org.writ.disclosure.packaging.Unpacked;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class DeliveryTest {

  private static Keys agencyKeys;
  private static int accounts;

  @Inject DataSource dataSource;
  @Inject TestClock clock;
  @Inject ExpireDeliveries expireDeliveries;
  @Inject PreparePackage preparePackage;
  @Inject PackageContent content;
  @Inject io.micrometer.core.instrument.MeterRegistry metrics;

  @TempDir Path folder;

  private TestEvents events;
  private final String request = UUID.randomUUID().toString();

  @BeforeAll
  static void makeKeys() {
    agencyKeys = Keys.rsa(2048);
  }

  @BeforeEach
  void connect() {
    events = new TestEvents();
    events.issueKey(request);
  }

  @AfterEach
  void disconnect() throws SQLException {
    execute("DROP TRIGGER IF EXISTS refuse");
    clock.reset();
    events.close();
  }

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
            "sha-256=:"
                + java.util.Base64.getEncoder().encodeToString(DigestUtils.sha256(encrypted))
                + ":");
    assertPackage(encrypted, number);
  }

  private void assertPackage(byte[] encrypted, String number) throws Exception {
    agencyKeys.write(folder, "agency");
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
  void anotherAgencySeesNothing() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");

    // When / Then
    as(TestTokens.client("agency-fr")).get("/v1/deliveries/{id}", delivery).then().statusCode(404);
    as(TestTokens.client("agency-fr"))
        .get("/v1/deliveries/{id}/package", delivery)
        .then()
        .statusCode(404);
    as(TestTokens.client("agency-fr"))
        .contentType(ContentType.JSON)
        .body("{\"sha256\":\"" + sha256 + "\"}")
        .post("/v1/deliveries/{id}/acknowledgement", delivery)
        .then()
        .statusCode(404);
    assertThat(
            as(TestTokens.client("agency-fr"))
                .queryParam("requestId", request)
                .get("/v1/deliveries")
                .<List<?>>path("items"))
        .isEmpty();
    assertThat(onTopic()).hasSize(2);
  }

  @Test
  void officerOfTheAgencySeesItsDeliveries() {
    String delivery = awaitDelivery();

    as(TestTokens.person("dora")).get("/v1/deliveries/{id}", delivery).then().statusCode(200);
  }

  @Test
  void callerWithoutTheRoleIsRefused() {
    as(TestTokens.person("rita")).get("/v1/deliveries").then().statusCode(403);
    for (var stranger : List.of(given(), as("no.token"), as(TestTokens.person("dora") + "x"))) {
      Response response = stranger.get("/v1/deliveries");
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.contentType()).isEqualTo("application/problem+json");
      assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(response.<String>path("type")).isEqualTo("about:blank");
    }
  }

  @Test
  void wrongHashIsRefusedAndNothingIsRecorded() {
    // Given
    String delivery = awaitDelivery();

    // When
    Response response = acknowledge(delivery, "ab".repeat(32));

    // Then
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/sha256");
    assertThat(find(delivery).<String>path("status")).isEqualTo("AVAILABLE");
    assertThat(onTopic()).hasSize(2);
  }

  @Test
  void everyFaultOfAnAcknowledgementIsNamed() {
    // Given
    String delivery = awaitDelivery();

    // When
    Response response =
        agency()
            .contentType(ContentType.JSON)
            .body("{\"sha256\":\"xyz\",\"more\":1}")
            .post("/v1/deliveries/{id}/acknowledgement", delivery);

    // Then
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder("/sha256", "/more");
  }

  @Test
  void bodyThatIsNoJsonIsNotUnderstood() {
    String delivery = awaitDelivery();

    for (String body : List.of("", "{", "{\"sha256\":\"a\",\"sha256\":\"b\"}", "{} {}")) {
      agency()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/v1/deliveries/{id}/acknowledgement", delivery)
          .then()
          .statusCode(400);
    }
  }

  @Test
  void deliveriesAreListedPageByPage() {
    // Given
    String first = awaitDelivery();

    // When
    Response page = agency().queryParam("limit", 1).get("/v1/deliveries");

    // Then
    assertThat(page.<List<String>>path("items.id")).containsExactly(first);
    if (page.path("nextCursor") != null) {
      assertThat(
              agency()
                  .queryParam("limit", 200)
                  .queryParam("cursor", page.<String>path("nextCursor"))
                  .get("/v1/deliveries")
                  .<List<String>>path("items.id"))
          .isNotEmpty()
          .doesNotContain(first);
    }
    agency().queryParam("limit", 201).get("/v1/deliveries").then().statusCode(400);
    agency().queryParam("cursor", "x").get("/v1/deliveries").then().statusCode(400);
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

  @Test
  void packageWhoseEventCannotBeAppendedIsNotThereAndIsPreparedAgain() throws Exception {
    // Given
    String number = accountWithLogins();
    execute(
        "CREATE OR REPLACE TRIGGER refuse BEFORE UPDATE ON delivery FOR EACH ROW"
            + " IF NEW.request_id = '"
            + request
            + "' THEN SIGNAL SQLSTATE '45000'; END IF");
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
    execute(
        "CREATE OR REPLACE TRIGGER refuse BEFORE UPDATE ON delivery FOR EACH ROW"
            + " IF NEW.request_id = '"
            + request
            + "' THEN SIGNAL SQLSTATE '45000'; END IF");
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
  }

  @Test
  void packageOfManyPiecesIsGivenBackAsItWasStored() throws Exception {
    // Given
    byte[] bytes = new byte[2 * PackageContent.PIECE_BYTES + 17];
    new java.util.Random(1).nextBytes(bytes);
    String sha256;
    try (var spool = new PackageSpool()) {
      spool.out().write(bytes);
      sha256 = spool.sha256();
      String stored = sha256;
      io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
          .run(() -> content.store(stored, spool.content()));
    }

    // When
    var out = new ByteArrayOutputStream();
    content.writeTo(sha256, out);

    // Then
    assertThat(sha256).isEqualTo(DigestUtils.sha256Hex(bytes));
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(count("package_content WHERE sha256 = ?", sha256)).isEqualTo(3);
  }

  /** An account with a login before, two in and one after the approved period; gives its number. */
  private String accountWithLogins() {
    int n = ++accounts;
    String account = "delivery-" + n;
    String number = "+4916%08d".formatted(n);
    platform(
        account,
        new AccountRegistered(account, number, null, Instant.parse("2025-12-01T00:00:00Z")));
    platform(account, login(account, "2026-04-30T23:59:59.999Z", "198.51.100.6", 40000));
    platform(account, login(account, "2026-05-01T00:00:00Z", "198.51.100.7", 40001));
    platform(account, login(account, "2026-10-31T23:59:59.999Z", "2001:0db8::7", 40002));
    platform(account, login(account, "2026-11-01T00:00:00Z", "198.51.100.8", 40003));
    await().until(() -> count("login WHERE account_id = ?", account) == 4);
    return number;
  }

  private static LoggedIn login(String account, String at, String address, int port) {
    return new LoggedIn(account, Instant.parse(at), address, port, "Pixel 9", "Android 11.4.2");
  }

  private void platform(String account, SpecificRecord activity) {
    events.publish(Topic.PLATFORM_ACCOUNT_ACTIVITY, account, activity);
  }

  private Event decide(DecisionDetails details, ItemDecision... items) {
    return decide(request, details, items);
  }

  private Event decide(String subject, DecisionDetails details, ItemDecision... items) {
    CaseDecided decision = Decided.by("agency-de", agencyKeys.der(), items);
    return events.publish(Topic.REVIEW_CASES, subject, decision, details);
  }

  /** Id of a delivery with a package. */
  private String awaitDelivery() {
    decide(
        Decided.details("item-1", accountWithLogins()), Decided.approved("item-1", "IP_ADDRESS"));
    return awaitStatus("AVAILABLE").path("id");
  }

  private Response awaitStatus(String status) {
    return awaitStatus(request, status);
  }

  private Response awaitStatus(String subject, String status) {
    String id =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    agency()
                        .queryParam("requestId", subject)
                        .get("/v1/deliveries")
                        .path("items.find { it.status == '" + status + "' }?.id"),
                found -> found != null);
    return find(id);
  }

  private List<Event> awaitEvents(int count) {
    return await().until(this::onTopic, found -> found.size() == count);
  }

  private List<Event> onTopic() {
    return events.on(Topic.DISCLOSURE_DELIVERIES, request);
  }

  private static Response find(String delivery) {
    return agency().get("/v1/deliveries/{id}", delivery);
  }

  private static Response acknowledge(String delivery, String sha256) {
    return agency()
        .contentType(ContentType.JSON)
        .body("{\"sha256\":\"" + sha256 + "\"}")
        .post("/v1/deliveries/{id}/acknowledgement", delivery);
  }

  private static RequestSpecification agency() {
    return as(TestTokens.client("agency-de"));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  private double failures() {
    return metrics.get("writ.deliveries.preparation.failures").counter().count();
  }

  private long count(String tableAndCondition, String parameter) {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement("SELECT COUNT(*) FROM " + tableAndCondition)) {
      select.setString(1, parameter);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
