package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** Documents that are not taken, and how large and how named they may be. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DocumentRefusalTest {

  private DocumentCalls documents;

  @BeforeEach
  void submit() {
    documents = DocumentCalls.ofNewRequest();
  }

  @Test
  void twentyMebibytesAreTakenAndAByteMoreIsNot() {
    // Given
    int most = 20 << 20;

    // When
    var largest = documents.put("large.pdf", Documents.pdf(most));
    var announced = documents.put("larger.pdf", Documents.pdf(most + 1));

    // Then
    largest.then().statusCode(201).body("size", equalTo(most));
    announced
        .then()
        .statusCode(413)
        .contentType(Intake.PROBLEM)
        .body("detail", equalTo("At most 20971520 bytes are accepted here."));
  }

  @Test
  void tooLargeBodyThatAnnouncesNothingIsRefused() {
    // Given
    byte[] large = Documents.pdf(21 << 20);

    // When
    var answer = RawHttp.putChunked(documents.path("large.pdf"), large);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("At most 20971520 bytes are accepted here.");
  }

  @Test
  void otherBodiesAreNoLargerForThat() {
    // Given
    String body = "x".repeat(3 << 20);

    // When
    var answer =
        Intake.person("olga")
            .contentType("application/json")
            .body(body)
            .put("/v1/agencies/agency-de");

    // Then
    answer.then().statusCode(413).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"MZ,application/x-msdownload", "\u007fELF,application/x-elf", "hello,text/plain"})
  void whatIsNoDocumentIsRefusedWithWhatItIs(String start, String found) {
    // Given
    byte[] document = Documents.joined(Documents.latin1(start + " "), Documents.pdf("order"));
    byte[] bytes = start.equals("hello") ? Documents.latin1(start) : document;

    // When
    var answer = documents.put("order.pdf", bytes);

    // Then
    answer
        .then()
        .statusCode(415)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("looks like " + found));
  }

  @Test
  void unsafeDocumentsAreRefusedAndNothingIsKept() {
    // Given
    byte[] bomb = Documents.bomb(300);
    byte[] traversing =
        Documents.asic(
            Documents.ASIC_E,
            archive -> Documents.add(archive, "../../order.pdf", Documents.pdf("order")));
    byte[] polyglot =
        Documents.joined(
            Documents.pdf("order"),
            Documents.zip(archive -> Documents.add(archive, "Main.class", new byte[100])));

    // When, Then
    for (byte[] document : new byte[][] {bomb, traversing, polyglot, new byte[0]}) {
      documents.put("order.asice", document).then().statusCode(422).contentType(Intake.PROBLEM);
    }
    documents.list().then().body("items", hasSize(0));
  }

  @Test
  void digestThatWasSentHasToBeTheBodys() {
    // Given
    byte[] order = Documents.pdf("order");
    String right = "sha-256=:" + base64(DigestUtils.sha256(order)) + ":";
    String wrong = "sha-256=:" + base64(DigestUtils.sha256("")) + ":";

    // When
    var refused =
        documents.put(Intake.agency("agency-de").header("Content-Digest", wrong), "a.pdf", order);
    var malformed =
        documents.put(
            Intake.agency("agency-de").header("Content-Digest", "sha-256=x"), "a.pdf", order);
    var taken =
        documents.put(Intake.agency("agency-de").header("Content-Digest", right), "a.pdf", order);

    // Then
    refused.then().statusCode(422).contentType(Intake.PROBLEM);
    malformed.then().statusCode(400).contentType(Intake.PROBLEM);
    taken.then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00.pdf", "a%0Ab.pdf", "%20", "a%5Cb.pdf", "%E2%80%AEfdp.exe", "a%FFb"})
  void oddNamesAreRefused(String name) {
    // Given
    var caller = Intake.agency("agency-de").urlEncodingEnabled(false);

    // When
    var answer =
        caller
            .contentType("application/pdf")
            .body(Documents.pdf("order"))
            .put(documents.path(name));

    // Then
    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(answer.contentType()).contains(Intake.PROBLEM);
  }

  @Test
  void hugeNameIsRefused() {
    // Given
    String longest = "a".repeat(200);

    // When, Then
    documents.put(longest, Documents.pdf("order")).then().statusCode(201);
    documents
        .put(longest + "a", Documents.pdf("order"))
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM);
  }

  private static String base64(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }
}
