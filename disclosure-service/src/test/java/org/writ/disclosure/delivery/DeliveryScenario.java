package org.writ.disclosure.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.writ.disclosure.TestClock;
import org.writ.disclosure.packaging.Keys;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemDecision;

/** What tests of deliveries have in common: the other services, the agency, the tables. */
abstract class DeliveryScenario {

  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  static final Keys AGENCY_KEYS = Keys.rsa(2048);

  @Inject DataSource dataSource;
  @Inject TestClock clock;
  @Inject MeterRegistry metrics;

  TestEvents events;
  final String request = UUID.randomUUID().toString();

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

  /** An account with a login before, two in and one after the approved period; gives its number. */
  String accountWithLogins() {
    int n = ACCOUNTS.incrementAndGet();
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

  static LoggedIn login(String account, String at, String address, int port) {
    return new LoggedIn(account, Instant.parse(at), address, port, "Pixel 9", "Android 11.4.2");
  }

  void platform(String account, SpecificRecord activity) {
    events.publish(Topic.PLATFORM_ACCOUNT_ACTIVITY, account, activity);
  }

  Event decide(DecisionDetails details, ItemDecision... items) {
    return decide(request, details, items);
  }

  Event decide(String subject, DecisionDetails details, ItemDecision... items) {
    return decideFor("agency-de", subject, details, items);
  }

  Event decideFor(String agency, String subject, DecisionDetails details, ItemDecision... items) {
    CaseDecided decision = Decided.by(agency, AGENCY_KEYS.der(), items);
    return events.publish(Topic.REVIEW_CASES, subject, decision, details);
  }

  /** Id of a delivery with a package. */
  String awaitDelivery() {
    decide(
        Decided.details("item-1", accountWithLogins()), Decided.approved("item-1", "IP_ADDRESS"));
    return awaitStatus("AVAILABLE").path("id");
  }

  Response awaitStatus(String status) {
    return awaitStatus(request, status);
  }

  Response awaitStatus(String subject, String status) {
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

  List<Event> awaitEvents(int count) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(this::onTopic, found -> found.size() == count);
  }

  List<Event> onTopic() {
    return events.on(Topic.DISCLOSURE_DELIVERIES, request);
  }

  static Response find(String delivery) {
    return agency().get("/v1/deliveries/{id}", delivery);
  }

  static Response acknowledge(String delivery, String sha256) {
    return agency()
        .contentType(ContentType.JSON)
        .body("{\"sha256\":\"" + sha256 + "\"}")
        .post("/v1/deliveries/{id}/acknowledgement", delivery);
  }

  static RequestSpecification agency() {
    return as(TestTokens.client("agency-de"));
  }

  static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  double failures() {
    return metrics.get("writ.deliveries.preparation.failures").counter().count();
  }

  long count(String tableAndCondition, String parameter) {
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

  /** From now on the database refuses to change this request's delivery. */
  void refuseChanges() throws SQLException {
    execute(
        "CREATE OR REPLACE TRIGGER refuse BEFORE UPDATE ON delivery FOR EACH ROW IF NEW.request_id = '"
            + request
            + "' THEN SIGNAL SQLSTATE '45000'; END IF");
  }

  void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
