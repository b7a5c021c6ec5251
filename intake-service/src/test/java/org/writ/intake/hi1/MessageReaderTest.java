package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.request.SubmissionBody;

class MessageReaderTest {

  private static final String OBJECT =
      "/Payload/RequestPayload/ActionRequests/ActionRequest/0/CREATE/HI1Object";

  private final MessageReader reader = new MessageReader(SubmissionBody.JSON);

  @Test
  void etsisOwnExampleIsRead() throws IOException {
    // Given
    byte[] example = Etsi.example("request4.json");

    // When
    var reception = reader.read(example);

    // Then
    assertThat(reception).isInstanceOf(Reception.Read.class);
    var read = ((Reception.Read) reception).message();
    assertThat(read.header().transaction()).isEqualTo("c02358b2-76cf-4ba4-a8eb-f6436ccaea2e");
    assertThat(read.header().sender()).isEqualTo(Messages.SENDER);
    assertThat(read.actions()).extracting(Action::verb).containsExactly(Verb.CREATE, Verb.CREATE);
    assertThat(read.actions())
        .map(action -> ((Action.Create) action).object().type())
        .containsExactly(ObjectType.AUTHORISATION, ObjectType.LD_TASK);
  }

  @Test
  void membersAreKeptInTheStandardsOrderHoweverTheyCame() {
    // Given
    ObjectNode object = SubmissionBody.JSON.createObjectNode();
    object.putObject("auth:AuthorisationTimespan").put("auth:EndTime", "2027-02-20T12:00:00Z");
    object.put("auth:AuthorisationReference", "W1");
    object.put("ObjectIdentifier", "7DBBC880-8750-4d3c-abe7-ea4a17646045");
    object.put("@xsi:type", ObjectType.AUTHORISATION.xsiType());

    // When
    var read = Messages.sound(message(id(), create(object)));

    // Then
    var kept = ((Action.Create) read.actions().getFirst()).object();
    assertThat(kept.members().propertyStream().map(java.util.Map.Entry::getKey))
        .containsExactly(
            "@xsi:type",
            "ObjectIdentifier",
            "auth:AuthorisationReference",
            "auth:AuthorisationTimespan");
    assertThat(kept.id()).isEqualTo("7dbbc880-8750-4d3c-abe7-ea4a17646045");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/Header/SenderIdentifier/UniqueIdentifier | 7",
        "/Header/SenderIdentifier/CountryCode | \"xx\"",
        "/Header/TransactionIdentifier | \"1\"",
        "/Header/TransactionIdentifier | null",
        "/Header/Timestamp | \"2026-11-20T09:00:00Z\"",
        "/Header/Timestamp | \"2026-02-30T09:00:00.000000Z\"",
        "/Header/Version | {}",
        "/Header/Unknown | 1",
        "/Header/WorkflowIdentifier | \"a\\u0000b\"",
        "/Unknown | {}",
        "/@xmlns | \"http://example.com/other\"",
        "/@xmlns:auth | 1",
        "/Payload | []",
        "/Payload/ResponsePayload | {}",
        "/Payload/RequestPayload/ActionRequests/ActionRequest | []",
        "/Payload/RequestPayload/ActionRequests/ActionRequest | {}",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0 | {\"ActionIdentifier\": 0}",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0/ActionIdentifier | \"0\"",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0/ActionIdentifier | -1",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0/ActionIdentifier | 1e30",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0/GET | {}",
        "/Payload/RequestPayload/ActionRequests/ActionRequest/0/DELETE | {}",
        OBJECT + " | null",
        OBJECT + "/@xsi:type | \"AuthorisationObject\"",
        OBJECT + "/ObjectIdentifier | \"no-uuid\"",
        OBJECT + "/Generation | 0",
        OBJECT + "/Generation | 1.5",
        OBJECT + "/Generation | \"1\"",
        OBJECT + "/auth:Invented | 1",
        OBJECT + "/auth:AuthorisationReference | \"\"",
        OBJECT + "/auth:AuthorisationReference | null",
        OBJECT + "/auth:AuthorisationTimespan/auth:EndTime | \"tomorrow\"",
        OBJECT + "/auth:AuthorisationLegalType | {\"common:Owner\": \"ETSI\"}",
        OBJECT + "/auth:AuthorisationApprovalDetails | {\"common:ApproverName\": null}",
        OBJECT + "/AssociatedObjects | {\"AssociatedObject\": [\"x\"]}",
        OBJECT + "/AssociatedObjects | {\"AssociatedObject\": []}"
      })
  void whatDoesNotFollowTheSchemaIsRefusedAsAWhole(String pointer, String json) {
    // Given
    ObjectNode message = with(message(id(), create(authorisation(id()))), pointer, json);

    // When
    var reception = Messages.read(message);

    // Then
    assertThat(reception).isInstanceOf(Reception.Refused.class);
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<HI1Message/>", "  \n<?xml version=\"1.0\"?><a/>", "\uFEFF<a/>"})
  void xmlIsAnsweredWithItsOwnCode(String body) {
    // When
    var reception = reader.read(body.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3019);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1.12.1", "V1.24.1", "V2.13.1", "v1.13.1", "1.13.1", "V1.13", "x"})
  void unknownVersionIsRefusedWhateverElseIsWrong(String version) {
    // Given
    ObjectNode message =
        with(
            message(id(), create(authorisation(id()))),
            "/Header/Version/ETSIVersion",
            "\"" + version + "\"");
    message.put("MemberOfALaterVersion", 1);

    // When
    var reception = Messages.read(message);

    // Then
    var refused = (Reception.Refused) reception;
    assertThat(refused.refusal().code()).isEqualTo(3021);
    assertThat(refused.header()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature", "Signatures"})
  void signatureIsNotServedThoughTheSchemaHasIt(String member) {
    // Given
    ObjectNode message = message(id(), create(authorisation(id())));
    message.putObject(member).put("ds:SignatureValue", "QUJD");

    // When
    var refused = (Reception.Refused) Messages.read(message);
    var broken = (Reception.Refused) Messages.read(message.put("Unknown", 1));

    // Then
    assertThat(refused.refusal().code()).isEqualTo(3001);
    assertThat(refused.header()).isNotNull();
    assertThat(broken.refusal().code()).isEqualTo(3020);
  }

  @Test
  void transactionOfABrokenHeaderIsStillKnown() {
    // Given
    String transaction = id();
    ObjectNode message = message(transaction, create(authorisation(id())));
    ((ObjectNode) message.get("Header")).remove("Timestamp");

    // When
    var refused = (Reception.Refused) Messages.read(message);

    // Then
    assertThat(refused.transaction()).isEqualTo(transaction);
    assertThat(refused.sender()).isEqualTo(Messages.SENDER);
  }

  @Test
  void objectOfATypeThatIsNotServedIsNotLookedInto() {
    // Given
    ObjectNode object =
        authorisation(id())
            .put("@xsi:type", "{http://uri.etsi.org/03120/common/2020/09/Task}LITaskObject")
            .put("task:Whatever", 1);

    // When
    var read = Messages.sound(message(id(), create(object)));

    // Then
    var faulty = (Action.Faulty) read.actions().getFirst();
    assertThat(faulty.refusal().code()).isEqualTo(3001);
    assertThat(faulty.objectId()).isEqualTo(object.get("ObjectIdentifier").asText());
  }

  private static ObjectNode with(ObjectNode message, String pointer, String json) {
    var place = JsonPointer.compile(pointer);
    JsonNode parent = message.at(place.head());
    JsonNode value = Messages.parse(json);
    if (parent.isArray()) {
      ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
          .set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return message;
  }
}
