package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.writ.eventlog.Event;
import org.writ.events.Topic;
import org.writ.events.platform.LoggedIn;
import org.writ.local.Settings;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Review;
import org.writ.ops.trail.Step;
import org.writ.ops.trail.Trail;

/** One request, from the agency's submission to the public count. */
@ExtendWith(RunningSystem.class)
class FlowIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ACCOUNT = "1000001";
  private static final String PHONE = "+4915100000001";
  private static final Settings SETTINGS = RunningSystem.settings();

  private final Journey agency = new Journey("agency-de");
  private final Review rita = RunningSystem.review(RunningSystem.person("rita"));

  @TempDir Path folder;

  @Test
  void exactlyTheApprovedDataReachesTheAgencyAndThePublicCount() throws Exception {
    // Given
    long fulfilled = fulfilled();
    Answer accepted =
        agency.intake().submit(UUID.randomUUID().toString(), Journey.order("AZ 2026/000123"));
    assertThat(accepted.status()).isEqualTo(202);
    String id = accepted.json().path("id").asText();
    assertThat(accepted.header("Location").orElseThrow()).endsWith("/v1/requests/" + id);
    assertThat(accepted.json().path("status").asText()).isEqualTo("RECEIVED");
    assertThat(time(accepted.json(), "dueAt")).isAfter(time(accepted.json(), "receivedAt"));
    agency.awaitStatus(id, "UNDER_REVIEW");

    // When
    Answer file = Journey.claim(rita, id);
    assertThat(file.json().path("facts").path("reference").asText()).isEqualTo("AZ 2026/000123");
    rita.decide(id, Journey.etag(file), Journey.approval(file.json())).require(200);
    JsonNode delivery = agency.awaitStatus(id, "AVAILABLE").path("delivery");
    Answer encrypted = agency.disclosure().fetch(delivery.path("id").asText()).require(200);

    // Then
    assertThat(sha256(encrypted.body())).isEqualTo(delivery.path("sha256").asText());
    requireExactlyWhatWasApproved(id, unpack(encrypted.body()));
    agency
        .disclosure()
        .acknowledge(delivery.path("id").asText(), delivery.path("sha256").asText())
        .require(200);
    JsonNode delivered = agency.awaitStatus(id, "DELIVERED");
    assertThat(statuses(delivered))
        .containsExactly("RECEIVED", "UNDER_REVIEW", "APPROVED", "AVAILABLE", "DELIVERED");
    await()
        .atMost(RunningSystem.PATIENCE)
        .untilAsserted(() -> assertThat(fulfilled()).isEqualTo(fulfilled + 1));
    assertThat(RunningSystem.transparency().page().require(200).text()).contains("<h1");
    requireProvenTrail(id);
  }

  @Test
  void theSameSubmissionUnderTheSameKeyIsOneRequest() {
    // Given
    String key = UUID.randomUUID().toString();
    String first =
        agency.intake().submit(key, Journey.order("AZ 1")).require(202).json().path("id").asText();

    // When
    Answer repeated = agency.intake().submit(key, Journey.order("AZ 1"));
    Answer changed = agency.intake().submit(key, Journey.order("AZ 2"));
    Answer keyless = agency.intake().submitWithoutKey(Journey.order("AZ 1"));

    // Then
    assertThat(repeated.require(202).json().path("id").asText()).isEqualTo(first);
    assertThat(changed.status()).isEqualTo(422);
    assertThat(keyless.status()).isEqualTo(400);
  }

  @Test
  void everyFaultOfASubmissionIsNamedAtOnce() {
    // Given
    String faulty =
        Journey.order("AZ 1")
            .replace("COURT_ORDER", "WISH")
            .replace("\"suspectConfirmed\": true,", "\"urgent\": true,");

    // When
    Answer answer = agency.intake().submit(UUID.randomUUID().toString(), faulty);

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(422);
    Set<String> pointers = new TreeSet<>();
    answer.json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    assertThat(pointers).contains("/process", "/suspectConfirmed", "/urgent");
  }

  private static void requireExactlyWhatWasApproved(String id, Map<String, byte[]> files)
      throws IOException {
    assertThat(files.keySet())
        .containsExactlyInAnyOrder(
            "README.txt",
            "records/1-IP_ADDRESS.csv",
            "records/1-IP_ADDRESS.json",
            "records/1-PHONE_NUMBER.csv",
            "records/1-PHONE_NUMBER.json",
            "manifest.json",
            "manifest.json.sig");
    JsonNode manifest = json(files, "manifest.json");
    assertThat(manifest.path("requestId").asText()).isEqualTo(id);
    JsonNode phones = json(files, "records/1-PHONE_NUMBER.json").path("records");
    assertThat(phones).hasSize(1);
    assertThat(phones.path(0).path("phoneNumber").asText()).isEqualTo(PHONE);
    Set<String> logins = new TreeSet<>();
    json(files, "records/1-IP_ADDRESS.json")
        .path("records")
        .forEach(
            login ->
                logins.add(
                    login.path("at").asText()
                        + login.path("ipAddress").asText()
                        + login.path("port").asInt()));
    assertThat(logins).isEqualTo(loginsThatThePlatformTold());
  }

  private static Set<String> loginsThatThePlatformTold() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Instant from = today.minusMonths(6).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    Set<String> logins = new TreeSet<>();
    for (Event event : RunningSystem.log().events(Topic.PLATFORM_ACCOUNT_ACTIVITY)) {
      if (event.data() instanceof LoggedIn login
          && login.getAccountId().equals(ACCOUNT)
          && !login.getAt().isBefore(from)
          && login.getAt().isBefore(to)) {
        logins.add(login.getAt() + login.getIpAddress() + login.getPort());
      }
    }
    assertThat(logins).isNotEmpty();
    return logins;
  }

  private Map<String, byte[]> unpack(byte[] encrypted) throws IOException {
    Path data = SETTINGS.data();
    Path envelope = Files.write(folder.resolve("package.p7m"), encrypted);
    Path archive = folder.resolve("package.zip");
    OpenSsl.decrypt(
        envelope,
        data.resolve("agencies/agency-de.crt"),
        data.resolve("agencies/agency-de.key"),
        archive);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    OpenSsl.verify(
        Files.write(folder.resolve("manifest.json"), content(files, "manifest.json")),
        Files.write(folder.resolve("manifest.json.sig"), content(files, "manifest.json.sig")),
        data.resolve("keys/signing.crt"));
    return files;
  }

  private static void requireProvenTrail(String id) {
    Trail trail =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(
                () -> Trail.of(id, RunningSystem.log(), RunningSystem.ledger()), Trail::isProven);
    // Whether the decision is drawn for a second review lies in the request's id.
    List<String> types =
        trail.steps().stream()
            .map(step -> simpleName(step))
            .filter(type -> !type.equals("SecondReviewDrawn"))
            .distinct()
            .toList();
    assertThat(types)
        .containsExactlyInAnyOrder(
            "RequestSubmitted",
            "CaseOpened",
            "CaseClaimed",
            "CaseRead",
            "CaseDecided",
            "DeliveryOpened",
            "PackagePrepared",
            "PackageFetched",
            "DeliveryAcknowledged",
            "RequestProgressed")
        .startsWith("RequestSubmitted");
    assertThat(trail.key()).isEqualTo(Trail.Key.ISSUED);
  }

  private static String simpleName(Step step) {
    String type = step.event().attributes().type();
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static List<String> statuses(JsonNode request) {
    return request.path("history").findValuesAsText("status");
  }

  private static long fulfilled() {
    return Periods.running().path("totals").path("fulfilled").asLong();
  }

  private static Instant time(JsonNode json, String member) {
    return Instant.parse(json.path(member).asText());
  }

  private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
    return JSON.readTree(content(files, name));
  }

  private static byte[] content(Map<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new AssertionError("The package has no " + name);
    }
    return content;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
