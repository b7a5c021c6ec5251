package org.writ.eventlog.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.writ.eventlog.Event;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.publish.Outbox;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * Rebuilds the service's datastore in the shadow database from its own topics, up to exactly the
 * events that the live rows hold at one moment, and compares both table by table. Prints a manifest
 * (JSON) to standard output.
 */
@Unremovable
@ApplicationScoped
public class Rebuild {

  /** Exit codes. */
  private static final int EQUAL = 0;

  private static final int DIFFERENT = 1;
  private static final int FAILED = 2;

  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final String VERSIONS = "stream";

  private final LogConfig config;
  private final String liveUrl;
  private final String user;
  private final String password;
  private final String codeVersion;
  private final Outbox outbox;
  private final EventCodec codec;
  private final Replay replay;
  private final DataSource shadow;

  /** With the addresses of the live database. */
  @Inject
  public Rebuild(
      LogConfig config,
      @ConfigProperty(name = "WRIT_DATABASE_URL") String liveUrl,
      @ConfigProperty(name = "WRIT_DATABASE_USER") String user,
      @ConfigProperty(name = "WRIT_DATABASE_PASSWORD") String password,
      @ConfigProperty(name = "quarkus.application.version") String codeVersion,
      Outbox outbox,
      EventCodec codec,
      Replay replay,
      DataSource shadow) {
    this.config = config;
    this.liveUrl = liveUrl;
    this.user = user;
    this.password = password;
    this.codeVersion = codeVersion;
    this.outbox = outbox;
    this.codec = codec;
    this.replay = replay;
    this.shadow = shadow;
  }

  /**
   * Rebuilds and compares.
   *
   * @param output where the manifest goes
   * @param arguments {@code rebuild}, and {@code --swap} to put the rebuilt tables in place of the
   *     live ones
   * @return 0 if both are equal (and swapped, if asked), 1 if they differ and were not swapped, 2
   *     if it could not be done
   */
  public int run(PrintStream output, String... arguments) {
    boolean swap = Arrays.asList(arguments).contains("--swap");
    try {
      Map<String, Object> manifest = rebuildAndCompare(swap);
      if (swap) {
        new Swap(shadow, RebuildMode.databaseOf(liveUrl)).run(tables());
        manifest.put("swapped", true);
      }
      print(output, manifest);
      return Boolean.TRUE.equals(manifest.get("equal")) || swap ? EQUAL : DIFFERENT;
    } catch (SQLException | RuntimeException failure) {
      LOG.errorf(failure, "Rebuild failed, service=%s", config.service());
      return FAILED;
    }
  }

  /**
   * The snapshot ends with this: while it is open it would keep the live tables from being renamed.
   */
  private Map<String, Object> rebuildAndCompare(boolean swap) throws SQLException {
    try (Live live = new Live(liveUrl, user, password, config.service(), outbox)) {
      if (swap && live.isServing()) {
        throw new IllegalStateException("The service runs; stop it before its tables are swapped");
      }
      return rebuild(live);
    }
  }

  private Map<String, Object> rebuild(Live live) throws SQLException {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("service", config.service());
    manifest.put("codeVersion", codeVersion);
    var topics = new TreeMap<String, Object>();
    for (Topic topic : ownTopics()) {
      topics.put(topic.topicName(), replay(live, topic));
    }
    manifest.put("topics", topics);
    List<Map<String, Object>> tables = compare(live);
    manifest.put("tables", tables);
    manifest.put(
        "equal", tables.stream().allMatch(table -> Boolean.TRUE.equals(table.get("equal"))));
    return manifest;
  }

  private List<Topic> ownTopics() {
    return Stream.of(Topic.values())
        .filter(topic -> topic.owner().equals(config.service()))
        .toList();
  }

  private Map<String, Object> replay(Live live, Topic topic) throws SQLException {
    Map<Integer, Long> next = live.nextOffsets(topic);
    LOG.infof("Replaying, topic=%s offsets=%s", topic.topicName(), next);
    long events = replay.topic(topic, next);
    List<Event> waiting =
        live.waiting().stream()
            .filter(row -> row.topic() == topic && row.payload() != null)
            .map(this::event)
            .toList();
    events += replay.events(topic, waiting);
    return Map.of(
        "offsets",
        next,
        "events",
        events,
        "notYetPublished",
        waiting.size(),
        "schemas",
        schemas(topic));
  }

  private Event event(Outbox.Row row) {
    byte[] payload = row.payload();
    if (payload == null) {
      throw new IllegalStateException("A tombstone is no event");
    }
    return codec.decode(row.topic(), row.envelope(), payload);
  }

  private Map<String, Long> schemas(Topic topic) {
    var ids = new TreeMap<String, Long>();
    topic.schemas().keySet().forEach(name -> ids.put(name, codec.contentId(topic, name)));
    return ids;
  }

  private List<String> tables() {
    return Stream.concat(
            Stream.of(VERSIONS), replay.folds().stream().flatMap(fold -> fold.tables().stream()))
        .sorted()
        .toList();
  }

  private List<Map<String, Object>> compare(Live live) {
    return Jdbc.call(
        shadow,
        rebuilt -> {
          var tables = new ArrayList<Map<String, Object>>();
          for (String table : tables()) {
            tables.add(compare(live.connection(), rebuilt, table));
          }
          return tables;
        });
  }

  private static Map<String, Object> compare(Connection live, Connection rebuilt, String table)
      throws SQLException {
    TableDigest ours = TableDigest.of(live, table);
    TableDigest theirs = TableDigest.of(rebuilt, table);
    var result = new LinkedHashMap<String, Object>();
    result.put("table", table);
    result.put("live", Map.of("rows", ours.rows(), "sha256", ours.sha256()));
    result.put("rebuilt", Map.of("rows", theirs.rows(), "sha256", theirs.sha256()));
    result.put("equal", ours.equals(theirs));
    if (!ours.equals(theirs)) {
      result.put("differences", Differences.between(live, rebuilt, table));
    }
    return result;
  }

  private static void print(PrintStream output, Map<String, Object> manifest) {
    try {
      output.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
