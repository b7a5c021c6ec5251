package org.writ.disclosure.preservation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.writ.disclosure.TestClock;
import org.writ.disclosure.content.Pieces;
import org.writ.disclosure.delivery.Decided;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestEvents;
import org.writ.events.Topic;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.ItemDecision;

/** What tests of preservations have in common: the other services, the account, the copy. */
abstract class PreservationScenario {

  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  static final String RULE = "18 U.S.C. 2703(f)(2)";

  @Inject DataSource dataSource;
  @Inject TestClock clock;
  @Inject CaseKeys keys;
  @Inject ObjectMapper mapper;
  @Inject PreservationWorker worker;

  final String request = UUID.randomUUID().toString();
  final String account = "preserved-" + ACCOUNTS.incrementAndGet();
  final String number = "+4918%08d".formatted(ACCOUNTS.get());
  TestEvents events;

  @BeforeEach
  void connect() {
    events = new TestEvents();
    events.issueKey(request);
  }

  @AfterEach
  void disconnect() {
    clock.reset();
    events.close();
  }

  /** Puts aside what is held about the account. */
  DataPreserved preserve(String regime) {
    logins();
    decide(regime, "item-1", number);
    worker.check();
    return (DataPreserved) awaitLast(DataPreserved.class).data();
  }

  /** One login before, two in and one after the approved period. */
  void logins() {
    platform(new AccountRegistered(account, number, null, Instant.parse("2025-12-01T00:00:00Z")));
    platform(login("2026-04-30T23:59:59.999Z", "198.51.100.6"));
    platform(login("2026-05-01T00:00:00Z", "198.51.100.7"));
    platform(login("2026-10-31T23:59:59.999Z", "2001:0db8::7"));
    platform(login("2026-11-01T00:00:00Z", "198.51.100.8"));
    await().until(() -> count("login WHERE account_id = ?") == 4);
  }

  LoggedIn login(String at, String address) {
    return new LoggedIn(account, Instant.parse(at), address, 40_000, "Pixel 9", "Android 11.4.2");
  }

  void platform(SpecificRecord activity) {
    events.publish(Topic.PLATFORM_ACCOUNT_ACTIVITY, account, activity);
  }

  /** Approves items, given with their identifiers, and waits until that is known here. */
  void decide(String regime, String... itemsAndIdentifiers) {
    var items =
        Stream.iterate(0, i -> i < itemsAndIdentifiers.length, i -> i + 2)
            .map(i -> Decided.approved(itemsAndIdentifiers[i], "IP_ADDRESS", "PHONE_NUMBER"))
            .toArray(ItemDecision[]::new);
    CaseDecided decision = Decided.preservation(regime, items);
    events.publish(Topic.REVIEW_CASES, request, decision, Decided.details(itemsAndIdentifiers));
    await().until(() -> count("preservation WHERE request_id = ?", request) == 1);
  }

  Event awaitLast(Class<?> type) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> onTopic().stream().filter(event -> type.isInstance(event.data())).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  void awaitConsumed(Topic topic) {
    await()
        .until(
            () ->
                count(
                        "consumed WHERE topic LIKE '%" + topic.topicName() + "' AND subject = ?",
                        request)
                    == 1);
  }

  List<Event> onTopic() {
    return events.on(Topic.DISCLOSURE_DELIVERIES, request);
  }

  List<String> types() {
    return onTopic().stream().map(event -> event.data().getClass().getSimpleName()).toList();
  }

  String preservationId() {
    return ((PreservationOpened) awaitLast(PreservationOpened.class).data()).getPreservationId();
  }

  /** The copy's one line; empty if its key is erased. */
  Optional<JsonNode> copy(DataPreserved preserved) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              byte[] bytes =
                  new Pieces(dataSource, "preserved_content")
                      .read(preserved.getSha256(), 0)
                      .orElseThrow();
              return keys.decrypting(
                      request,
                      FrozenCopies.associated(preserved.getPreservationId()),
                      new ByteArrayInputStream(bytes))
                  .map(this::read);
            });
  }

  JsonNode read(InputStream copy) {
    try (copy) {
      return mapper.readTree(copy.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  long pieces(String sha256) {
    return count("preserved_content WHERE sha256 = ?", sha256);
  }

  long count(String tableAndCondition) {
    return count(tableAndCondition, account);
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
}
