package org.writ.eventlog.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.Random;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.setup.SchemaSetup;
import org.writ.eventlog.setup.TopicSetup;
import org.writ.events.Topic;

/**
 * Gives a test class a database, topics, schemas and keysets of its own on the backing stack that
 * {@code deploy/verify} starts, and the service's settings for them. Where the stack listens is
 * told by the WRIT_*_PORT variables.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

  private static final short ONE_REPLICA = 1;
  private static final int KEY_BYTES = 32;
  private static final List<String> READERS = List.of("intake", "review", "disclosure");

  private final String name =
      "test_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private @Nullable Path folder;

  /** Kafka's bootstrap servers. */
  public static String kafka() {
    return "localhost:" + port("WRIT_KAFKA_PORT", 19092);
  }

  /** The registry's API. */
  public static URI registry() {
    return URI.create(
        "http://localhost:" + port("WRIT_REGISTRY_PORT", 18085) + "/apis/registry/v3");
  }

  /** The identity provider's realm. */
  public static String issuer() {
    return "http://localhost:" + port("WRIT_KEYCLOAK_PORT", 18180) + "/realms/writ";
  }

  /** JDBC address of a database on the test server; give an empty name for none. */
  public static String database(String database) {
    return "jdbc:mariadb://localhost:" + port("WRIT_MARIADB_PORT", 13307) + "/" + database;
  }

  /** User and password of the test server's administrator. */
  public static Connection administrator() throws SQLException {
    return DriverManager.getConnection(database(""), "root", "writ");
  }

  private static int port(String variable, int standard) {
    return Integer.parseInt(Optional.ofNullable(System.getenv(variable)).orElse("" + standard));
  }

  @Override
  public Map<String, String> start() {
    String prefix = name + ".";
    createDatabase();
    prepareTopics(prefix);
    Path keysets = writeKeysets();
    return Map.ofEntries(
        Map.entry("WRIT_DATABASE_URL", database(name)),
        Map.entry("WRIT_DATABASE_USER", "root"),
        Map.entry("WRIT_DATABASE_PASSWORD", "writ"),
        Map.entry("WRIT_KAFKA", kafka()),
        Map.entry("WRIT_REGISTRY", registry().toString()),
        Map.entry("WRIT_OIDC_ISSUER", issuer()),
        Map.entry("WRIT_TOPIC_PREFIX", prefix),
        Map.entry("WRIT_PUBLIC_KEYSETS", keysets.resolve("public").toString()),
        Map.entry("WRIT_LOOKUP_KEY", keysets.resolve("lookup.key").toString()),
        Map.entry("WRIT_WEBHOOK_KEY", keysets.resolve("webhook.key").toString()),
        Map.entry("writ.test.keysets", keysets.toString()),
        Map.entry("writ.test.prefix", prefix),
        Map.entry("writ.test.database", name),
        Map.entry("quarkus.http.test-port", "0"));
  }

  private void createDatabase() {
    try (Connection connection = administrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "No backing stack for the tests; run deploy/verify, which starts one", failure);
    }
  }

  private static void prepareTopics(String prefix) {
    var names = new TopicNames(prefix);
    List<Topic> topics = Arrays.asList(Topic.values());
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()));
        HttpClient http = HttpClient.newHttpClient()) {
      new TopicSetup(admin, names).create(topics, ONE_REPLICA);
      new SchemaSetup(registry(), names, http).register(topics);
    }
  }

  private Path writeKeysets() {
    try {
      Path created = Files.createTempDirectory("writ-keysets");
      folder = created;
      Files.createDirectories(created.resolve("public"));
      for (String key : List.of("lookup.key", "webhook.key")) {
        Files.writeString(
            created.resolve(key), Base64.getEncoder().encodeToString(Random.randBytes(KEY_BYTES)));
      }
      HybridConfig.register();
      for (String service : READERS) {
        KeysetHandle keyset = KeysetHandle.generateNew(hpke(), RegistryConfiguration.get());
        Files.writeString(
            created.resolve(service + ".json"),
            TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        Files.writeString(
            created.resolve("public").resolve(service + ".json"),
            TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                keyset.getPublicKeysetHandle(), RegistryConfiguration.get()));
      }
      return created;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static HpkeParameters hpke() throws GeneralSecurityException {
    return HpkeParameters.builder()
        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
        .setVariant(HpkeParameters.Variant.TINK)
        .build();
  }

  @Override
  public void stop() {
    try (Connection connection = administrator();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot drop the test's database " + name, failure);
    }
    deleteTopics();
    deleteKeysets();
  }

  private void deleteTopics() {
    var names = new TopicNames(name + ".");
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()))) {
      admin.deleteTopics(Arrays.stream(Topic.values()).map(names::of).toList());
    }
  }

  private void deleteKeysets() {
    if (folder == null) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
