package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.deliver;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.object;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.RequestStatus;

/** Documents that come with a message. */
class PaperRulesTest extends HandoverScenario {

  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @Test
  void documentIsKeptWithItsRequestAndWithoutItsBytes() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);

    // When
    var decision = decide(create(pdf(AUTHORISATION)), create(pdf(TASK)));

    // Then
    assertThat(codes(decision)).containsExactly(0, 0);
    assertThat(decision.papers())
        .hasSize(2)
        .allSatisfy(paper -> assertThat(paper.requestId()).isEqualTo(REQUEST));
    var kept = decision.kept().getFirst().object();
    assertThat(kept.at("doc:DocumentBody", "doc:Contents").isMissingNode())
        .as("Bytes are kept with the request's documents only")
        .isTrue();
    assertThat(PaperContent.of(decision.papers().getFirst().object())).isPresent();
  }

  @Test
  void documentComesWithTheTasksThatMakeItsRequest() {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(pdf(AUTHORISATION)),
            create(task(TASK, AUTHORISATION)));

    // Then
    assertThat(codes(decision)).containsOnly(0);
    assertThat(decision.papers())
        .singleElement()
        .satisfies(
            paper ->
                assertThat(paper.requestId()).isEqualTo(decision.orders().getFirst().requestId()));
  }

  @Test
  void documentWithoutARequestIsRefused() {
    // Given
    var early = decide(create(authorisation(AUTHORISATION)), create(pdf(AUTHORISATION)));

    // Then
    assertThat(codes(early)).containsExactly(3000, 3001);
    assertThat(early.kept()).isEmpty();
    assertThat(early.papers()).isEmpty();
    assertThat(codes(decide(create(pdf(id()))))).containsExactly(3016);
    assertThat(codes(decide(create(pdf())))).containsExactly(3005);
  }

  @Test
  void documentOfTwoRequestsIsRefused() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    String other = id();
    keep(decide(create(authorisation(other))), null, 0);

    // When, then
    assertThat(codes(decide(create(pdf(AUTHORISATION, other))))).containsExactly(3007);
  }

  @Test
  void documentWithoutBytesIsRefused() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode empty = pdf(AUTHORISATION);
    empty.remove("doc:DocumentBody");

    // When, then
    assertThat(codes(decide(create(empty)))).containsExactly(3005);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/delivery:SequenceNumber | 0 | 0",
        "/delivery:SequenceNumber | 1 | 0",
        "/delivery:SequenceNumber | 2 | 3001",
        "/delivery:LastSequence | true | 0",
        "/delivery:LastSequence | false | 3001",
        "/delivery:Manifest | {\"delivery:Any\": 1} | 3001",
        "/delivery:Delivery/delivery:URL | {\"delivery:URL\": \"https://police.example/1\"} | 3001",
        "/delivery:Delivery/delivery:BinaryData/delivery:ContentLength | 8 | 0",
        "/delivery:Delivery/delivery:BinaryData/delivery:ContentLength | 9 | 3007",
        "/delivery:Delivery/delivery:BinaryData/delivery:Checksums | "
            + "{\"delivery:Checksum\": [{\"delivery:ChecksumAlgorithm\": \"SHA-256\","
            + " \"delivery:ChecksumValue\": \"SUM\"}]} | 0",
        "/delivery:Delivery/delivery:BinaryData/delivery:Checksums | "
            + "{\"delivery:Checksum\": {\"delivery:ChecksumAlgorithm\": \"SHA-256\","
            + " \"delivery:ChecksumValue\": \"SUM\"}} | 0",
        "/delivery:Delivery/delivery:BinaryData/delivery:Checksums | "
            + "{\"delivery:Checksum\": [{\"delivery:ChecksumAlgorithm\": \"SHA-256\","
            + " \"delivery:ChecksumValue\": \"00\"}]} | 3007",
        "/delivery:Delivery/delivery:BinaryData/delivery:Checksums | "
            + "{\"delivery:Checksum\": [{\"delivery:ChecksumAlgorithm\": \"MD5\","
            + " \"delivery:ChecksumValue\": \"00\"}]} | 3001",
        "/delivery:Delivery/delivery:BinaryData/delivery:Checksums | {\"delivery:Sum\": 1} | 3001"
      })
  void whatADeliverySaysOfItsDocumentIsChecked(String pointer, String json, int code) {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode delivery = Messages.linked(object(ObjectType.DELIVERY, id()), AUTHORISATION);
    delivery
        .putObject("delivery:Delivery")
        .putObject("delivery:BinaryData")
        .put("delivery:Data", Base64.getEncoder().encodeToString(PDF));
    var place = JsonPointer.compile(pointer);
    ((ObjectNode) delivery.at(place.head()))
        .set(place.last().getMatchingProperty(), Messages.parse(json.replace("SUM", sha256(PDF))));

    // When, then
    assertThat(codes(decide(deliver(delivery)))).containsExactly(code);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode pdf(String... links) {
    ObjectNode document = Messages.document(id(), "application/pdf", PDF, id());
    document.remove("AssociatedObjects");
    return links.length == 0 ? document : Messages.linked(document, links);
  }
}
