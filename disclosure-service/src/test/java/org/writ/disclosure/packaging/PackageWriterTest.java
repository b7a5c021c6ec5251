package org.writ.disclosure.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.disclosure.account.HeldValue;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Identifier;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;
import org.writ.disclosure.account.ScriptedDirectory;
import org.writ.disclosure.collect.Approval;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.Collector;
import org.writ.disclosure.collect.DataType;

class PackageWriterTest {

  private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final Period PERIOD = new Period(FROM, TO);
  private static final Cover COVER =
      new Cover(
          "0192f000-0000-7000-8000-000000000002",
          "0192f000-0000-7000-8000-000000000001",
          "AZ 2026/000123",
          "Amtsgericht Tiergarten",
          "agency-de",
          "Demo Police",
          "DE",
          "COURT_ORDER",
          "NATIONAL",
          "0192f000-0000-7000-8000-000000000003",
          "2024-09-valid-orders",
          Instant.parse("2026-11-21T12:00:00Z"));

  private static Keys platform;

  @TempDir Path folder;

  private PackageWriter writer;

  @BeforeAll
  static void makePlatformKey() {
    platform = Keys.ecToSignWith();
  }

  @BeforeEach
  void makeWriter() throws IOException {
    platform.write(folder, "platform");
    writer = new PackageWriter(signature(), new ObjectMapper());
  }

  private PlatformSignature signature() {
    return new PlatformSignature(folder.resolve("platform.key"), folder.resolve("platform.crt"));
  }

  @Test
  void packageOpensWithOpensslForAnRsaCertificate() throws Exception {
    opensWithOpenssl(Keys.rsa(2048));
  }

  @Test
  void packageOpensWithOpensslForAnEcCertificate() throws Exception {
    opensWithOpenssl(Keys.ecToEncryptTo());
  }

  private void opensWithOpenssl(Keys agency) throws Exception {
    // Given
    agency.write(folder, "agency");
    var encrypted = new ByteArrayOutputStream();

    // When
    String manifestSha256 = write(writer.begin(Recipient.of(agency.der()), encrypted));

    // Then
    Files.write(folder.resolve("package.p7m"), encrypted.toByteArray());
    OpenSsl.decrypt(folder);
    byte[] zip = Files.readAllBytes(folder.resolve("package.zip"));
    assertThat(zip).isNotEqualTo(encrypted.toByteArray());
    Unpacked.into(folder, zip);
    assertThat(manifestSha256)
        .isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve("manifest.json"))));
    OpenSsl.Result verified = OpenSsl.verify(folder);
    assertThat(verified.output()).contains("CMS Verification successful");
    assertThat(verified.status()).isZero();
  }

  @Test
  void changedManifestFailsVerification() throws Exception {
    // Given
    Unpacked.into(folder, plain());
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("Demo Police", "Demo Polite"));

    // When
    OpenSsl.Result verified = OpenSsl.verify(folder);

    // Then
    assertThat(verified.status()).isNotZero();
    assertThat(verified.output()).contains("CMS Verification failure");
  }

  @Test
  void encryptedBytesTellNothingOfTheContent() throws Exception {
    // Given
    var encrypted = new ByteArrayOutputStream();

    // When
    write(writer.begin(Recipient.of(Keys.ecToEncryptTo().der()), encrypted));

    // Then
    String bytes = encrypted.toString(StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("manifest", "README", "+49", "192.0.2.1", "AZ 2026");
  }

  @Test
  void filesAreInAFixedOrderAndComplete() throws Exception {
    // Given / When
    var files = Unpacked.files(plain());

    // Then
    assertThat(files.keySet())
        .containsExactly(
            "README.txt",
            "records/1-PHONE_NUMBER.json",
            "records/1-PHONE_NUMBER.csv",
            "records/1-IP_ADDRESS.json",
            "records/1-IP_ADDRESS.csv",
            "records/1-USERNAME_HISTORY.json",
            "records/1-USERNAME_HISTORY.csv",
            "manifest.json",
            "manifest.json.sig");
  }

  @Test
  void recordsHoldExactlyTheApprovedFields() throws Exception {
    // Given / When
    var texts = Unpacked.texts(plain());

    // Then
    assertThat(texts.get("records/1-IP_ADDRESS.csv"))
        .isEqualTo(
            """
            at,ipAddress,port\r
            2026-06-01T10:00:00.250Z,192.0.2.1,40001\r
            2026-06-02T10:00:00Z,2001:db8::1,40002\r
            """);
    assertThat(texts.get("records/1-PHONE_NUMBER.csv"))
        .isEqualTo(
            """
            phoneNumber,from,to\r
            +4915100000001,2026-05-01T00:00:00Z,2026-11-01T00:00:00Z\r
            """);
    assertThat(texts.get("records/1-IP_ADDRESS.json"))
        .isEqualTo(
            """
            {
              "itemId" : "item-1",
              "dataType" : "IP_ADDRESS",
              "records" : [
                {
                  "at" : "2026-06-01T10:00:00.250Z",
                  "ipAddress" : "192.0.2.1",
                  "port" : 40001
                },
                {
                  "at" : "2026-06-02T10:00:00Z",
                  "ipAddress" : "2001:db8::1",
                  "port" : 40002
                }
              ]
            }"""
                .strip());
  }

  @Test
  void manifestNamesEveryFileWithItsHashAndEveryBound() throws Exception {
    // Given
    byte[] zip = plain();
    var files = Unpacked.files(zip);

    // When
    JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));

    // Then
    assertThat(manifest.at("/reference").asText()).isEqualTo("AZ 2026/000123");
    assertThat(manifest.at("/agency/id").asText()).isEqualTo("agency-de");
    assertThat(manifest.at("/decision").asText()).isEqualTo(COVER.decision());
    assertThat(manifest.at("/collectedAt").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(manifest.at("/items/0/identifier/value").asText()).isEqualTo("+4915100000001");
    assertThat(manifest.at("/items/0/from").asText()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(manifest.at("/items/0/to").asText()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(manifest.at("/items/0/outcome").asText()).isEqualTo("DISCLOSED");
    assertThat(manifest.at("/items/1/outcome").asText()).isEqualTo("NO_DATA");
    assertThat(manifest.at("/items/1/reason").asText()).isEqualTo("UNKNOWN_IDENTIFIER");
    assertThat(manifest.findParents("sha256"))
        .extracting(file -> file.get("path").asText())
        .containsExactlyInAnyOrder(
            files.keySet().stream()
                .filter(path -> !path.startsWith("manifest"))
                .toArray(String[]::new));
    assertThat(manifest.findParents("sha256"))
        .allSatisfy(
            file -> {
              byte[] bytes = java.util.Objects.requireNonNull(files.get(file.get("path").asText()));
              assertThat(file.get("sha256").asText()).isEqualTo(DigestUtils.sha256Hex(bytes));
              assertThat(file.get("size").asInt()).isEqualTo(bytes.length);
            });
  }

  @Test
  void accountIdIsNowhereInThePackage() throws Exception {
    // Given / When
    var texts = Unpacked.texts(plain());

    // Then
    assertThat(texts.values()).noneMatch(text -> text.contains("1000001"));
  }

  @Test
  void samePackageIsWrittenFromTheSameContentWhereverTheMachineStands() throws Exception {
    // Given
    TimeZone before = TimeZone.getDefault();
    byte[] first = plain();

    // When
    byte[] second;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      second = plain();
    } finally {
      TimeZone.setDefault(before);
    }

    // Then
    assertThat(withoutSignature(second)).isEqualTo(withoutSignature(first));
  }

  /** The local file headers and data up to the signature, whose bytes are never the same twice. */
  private static byte[] withoutSignature(byte[] zip) {
    String bytes = new String(zip, StandardCharsets.ISO_8859_1);
    int end = bytes.indexOf("manifest.json.sig");
    assertThat(end).isPositive();
    return bytes.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1+1", "-1", "@SUM(A1)", "\tx", "\r=1", "+49 151"})
  void valueThatStartsLikeAFormulaIsDefusedInCsv(String value) {
    assertThat(Csv.cell(value)).isEqualTo("'" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4915100000001", "demo_user_1", "Pixel 9", "192.0.2.1", ""})
  void harmlessValueStaysAsItIsInCsv(String value) {
    assertThat(Csv.cell(value)).isEqualTo(value);
  }

  @Test
  void certificateWithAWeakKeyIsRefused() {
    byte[] weak = Keys.rsa(1024).der();

    assertThatThrownBy(() -> Recipient.of(weak))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2048");
  }

  @Test
  void certificateForSigningOnlyIsRefused() {
    byte[] signing = Keys.ecToSignWith().der();

    assertThatThrownBy(() -> Recipient.of(signing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("encrypt");
  }

  @Test
  void bytesThatAreNoCertificateAreRefused() {
    assertThatThrownBy(() -> Recipient.of(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void certificateOfAnotherKeyIsRefusedAtTheStart() throws Exception {
    Keys.ecToSignWith().write(folder, "platform-other");

    assertThatThrownBy(
            () ->
                new PlatformSignature(
                    folder.resolve("platform.key"), folder.resolve("platform-other.crt")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("platform-other.crt");
  }

  private byte[] plain() throws IOException {
    var zip = new ByteArrayOutputStream();
    write(writer.beginPlain(zip));
    return zip.toByteArray();
  }

  private static String write(Packing begun) throws IOException {
    try (Packing packing = begun) {
      for (Collected item : items()) {
        packing.add(item);
      }
      return packing.finish(COVER);
    }
  }

  /** One item with data and one without. */
  private static List<Collected> items() {
    var known = new Identifier(Identifier.Type.PHONE_NUMBER, "+4915100000001");
    var unknown = new Identifier(Identifier.Type.PHONE_NUMBER, "+4915199999999");
    var directory =
        new ScriptedDirectory(known, new Holder("1000001", List.of(PERIOD), false))
            .with(new HeldValue("1000001", "+4915100000001", PERIOD))
            .withUsername(new HeldValue("1000001", "=HYPERLINK(\"x\")", PERIOD))
            .with(login("2026-06-01T10:00:00.250Z", "192.0.2.1", 40001))
            .with(login("2026-06-02T10:00:00Z", "2001:db8::1", 40002));
    var types = Set.of(DataType.IP_ADDRESS, DataType.PHONE_NUMBER, DataType.USERNAME_HISTORY);
    var found = new ArrayList<Collected>();
    new Collector(directory)
        .collect(
            List.of(
                new Approval("item-1", known, types, PERIOD),
                new Approval("item-2", unknown, types, PERIOD)),
            found::add);
    return found;
  }

  private static Login login(String at, String address, int port) {
    return new Login("1000001", Instant.parse(at), address, port, "Pixel 9", "Android 11.4.2");
  }
}
