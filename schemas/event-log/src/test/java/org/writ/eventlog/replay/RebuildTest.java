package org.writ.eventlog.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.publish.Outbox;
import org.writ.eventlog.publish.RelayWorker;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * The live datastore is a copy of the test's own; then the test's own is emptied and takes the part
 * of the shadow database. What is rebuilt there must equal the copy.
 */
@QuarkusTest
@QuarkusTestResource(value = TestStack.class, restrictToAnnotatedClass = true)
class RebuildTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<String> COPIED =
      List.of("sample_request", "stream", "outbox", "published", "consumer_offset", "lease");

  @Inject
  @ConfigProperty(name = "writ.test.database")
  String database;

  @Inject LogConfig config;
  @Inject Outbox outbox;
  @Inject EventCodec codec;
  @Inject Replay replay;
  @Inject DataSource dataSource;
  @Inject EventLog log;
  @Inject Transactions transactions;
  @Inject RelayWorker relay;

  private final TestEvents topics = new TestEvents();
  private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();

  @BeforeEach
  void emptyDatabase() {
    relay.start();
  }

  @AfterEach
  void dropTheCopy() throws SQLException {
    sql("DROP DATABASE IF EXISTS " + live());
    relay.start();
    topics.close();
  }

  private String live() {
    return database + "_live";
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection connection = TestStack.administrator();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String submit() {
    String subject = UUID.randomUUID().toString();
    transactions.run(
        () ->
            log.append(
                Topic.INTAKE_REQUESTS,
                subject,
                0,
                new Actor("agency", "agency-de"),
                null,
                List.of(NewEvent.open(Samples.submitted()))));
    return subject;
  }

  private void copyAndEmpty() throws SQLException {
    var statements = new ArrayList<String>();
    statements.add("CREATE DATABASE " + live());
    for (String table : COPIED) {
      statements.add("CREATE TABLE %s.%s LIKE %s.%s".formatted(live(), table, database, table));
      statements.add(
          "INSERT INTO %s.%s SELECT * FROM %s.%s".formatted(live(), table, database, table));
    }
    statements.add("DELETE FROM %s.sample_request".formatted(database));
    statements.add("DELETE FROM %s.stream".formatted(database));
    sql(statements.toArray(String[]::new));
  }

  /** For a test that does not end with a rebuild, which leaves all rows in place. */
  private void restore() throws SQLException {
    sql(
        "REPLACE INTO %s.sample_request SELECT * FROM %s.sample_request"
            .formatted(database, live()),
        "REPLACE INTO %s.stream SELECT * FROM %s.stream".formatted(database, live()));
  }

  private int rebuild(String... options) {
    var arguments = new ArrayList<>(List.of("rebuild"));
    arguments.addAll(List.of(options));
    return new Rebuild(
            config,
            TestStack.database(live()),
            "root",
            "writ",
            "test",
            outbox,
            codec,
            replay,
            dataSource)
        .run(
            new PrintStream(manifest, true, StandardCharsets.UTF_8),
            arguments.toArray(String[]::new));
  }

  private void awaitPublished(String subject) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(topics.on(Topic.INTAKE_REQUESTS, subject)).isNotEmpty());
  }

  private void awaitEmptyOutbox() {
    await().atMost(SOON).until(() -> waiting().isEmpty());
  }

  private List<Outbox.Row> waiting() {
    return transactions.call(
        () -> Jdbc.call(dataSource, connection -> outbox.oldest(connection, "intake", 1)));
  }

  @Test
  void rebuiltTablesEqualTheLiveOnesIncludingWhatIsNotPublishedYet() throws SQLException {
    awaitPublished(submit());
    awaitEmptyOutbox();
    relay.stop();
    submit();
    copyAndEmpty();

    int exit = rebuild();

    assertThat(exit).as(manifest.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(manifest.toString(StandardCharsets.UTF_8)).contains("\"notYetPublished\" : 1");
    try (Connection rebuilt =
        DriverManager.getConnection(TestStack.database(database), "root", "writ")) {
      assertThat(TableDigest.of(rebuilt, "sample_request").rows()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void eventThatStandsOnItsTopicTwiceIsAppliedOnce() throws SQLException {
    String subject = submit();
    awaitPublished(subject);
    awaitEmptyOutbox();
    relay.stop();
    var event = topics.on(Topic.INTAKE_REQUESTS, subject).getFirst();
    copyAndEmpty();

    long applied = replay.events(Topic.INTAKE_REQUESTS, List.of(event, event));

    assertThat(applied).isEqualTo(1);
    restore();
  }

  @Test
  void rowThatWasChangedBehindTheLogsBackIsFound() throws SQLException {
    String changed = submit();
    awaitPublished(changed);
    awaitEmptyOutbox();
    relay.stop();
    copyAndEmpty();
    sql("UPDATE %s.sample_request SET country = 'XX' WHERE id = '%s'".formatted(live(), changed));

    int exit = rebuild();

    assertThat(exit).isEqualTo(1);
    try (Connection live = DriverManager.getConnection(TestStack.database(live()), "root", "writ");
        Connection rebuilt =
            DriverManager.getConnection(TestStack.database(database), "root", "writ")) {
      assertThat(Differences.between(live, rebuilt, "sample_request"))
          .containsExactly("id=" + changed + ": differs");
    }
  }

  @Test
  void swapPutsTheRebuiltTablesInPlaceAndKeepsTheOldOnes() throws SQLException {
    String changed = submit();
    awaitPublished(changed);
    awaitEmptyOutbox();
    relay.stop();
    copyAndEmpty();
    sql("UPDATE %s.sample_request SET country = 'XX' WHERE id = '%s'".formatted(live(), changed));

    int exit = rebuild("--swap");

    try {
      assertThat(exit).as(manifest.toString(StandardCharsets.UTF_8)).isZero();
      assertThat(manifest.toString(StandardCharsets.UTF_8)).contains("\"swapped\" : true");
      assertThat(country(live() + ".sample_request", changed)).isEqualTo("DE");
      assertThat(country(database + ".old_sample_request", changed)).isEqualTo("XX");
    } finally {
      // The rebuilt tables are those of this test's own service.
      sql(
          "RENAME TABLE %2$s.sample_request TO %1$s.sample_request, %2$s.stream TO %1$s.stream"
              .formatted(database, live()),
          "DROP TABLE %1$s.old_sample_request, %1$s.old_stream".formatted(database));
    }
  }

  private static String country(String table, String id) throws SQLException {
    try (Connection connection = TestStack.administrator();
        var select =
            connection.prepareStatement("SELECT country FROM " + table + " WHERE id = ?")) {
      select.setString(1, id);
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  @Test
  void swapIsRefusedWhileTheServiceRuns() throws SQLException {
    awaitPublished(submit());
    copyAndEmpty();

    int exit = rebuild("--swap");

    assertThat(exit).isEqualTo(2);
    restore();
  }
}
