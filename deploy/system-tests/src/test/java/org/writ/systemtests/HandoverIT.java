package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Review;

/**
 * An agency that has nothing but HI-1 (ETSI TS 103 120), from its order to the acknowledgement of
 * its package.
 */
@ExtendWith(RunningSystem.class)
class HandoverIT {

  private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

  private final Journey agency = new Journey("agency-xx");
  private final Review rita = RunningSystem.review(RunningSystem.person("rita"));
  private final String authorisation = UUID.randomUUID().toString();
  private final String task = UUID.randomUUID().toString();

  @Test
  void anOrderIsAskedAboutAnsweredDisclosedAndAcknowledged() throws Exception {
    // Given
    send(order());
    JsonNode newest = agency.intake().requests().require(200).json().path("items").path(0);
    String request = newest.path("id").asText();
    agency.awaitStatus(request, "UNDER_REVIEW");
    Answer file = Journey.claim(rita, request);
    rita.ask(request, Journey.etag(file), "Which account do you mean?").require(200, 204);
    agency.awaitStatus(request, "CLARIFICATION_REQUESTED");

    // When
    send(answer("The one with this number."));

    // Then
    agency.awaitStatus(request, "UNDER_REVIEW");
    Answer answered =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(
                () -> rita.read(request),
                read -> read.text().contains("The one with this number."));
    assertThat(answered.json().path("documents")).hasSize(1);
    rita.decide(request, Journey.etag(answered), Journey.approval(answered.json())).require(200);

    // When
    String delivery = agency.awaitStatus(request, "AVAILABLE").path("delivery").path("id").asText();
    byte[] fetched = agency.disclosure().fetch(delivery).require(200).body();
    String shown = listed("Delivery");
    assertThat(get(shown).at("/delivery:DeliveryID").asText()).isEqualTo(delivery);
    send(acknowledgement(shown, sha256(fetched)));

    // Then
    agency.awaitStatus(request, "DELIVERED");
    assertThat(get(shown).at("/delivery:DeliveryStatus/common:Value").asText())
        .isEqualTo("Acknowledged");
    assertThat(get(task).at("/task:Status/common:Value").asText()).isEqualTo("Disclosed");
  }

  private String order() {
    return """
        { "ActionIdentifier": 0, "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Authorisation}AuthorisationObject",
            "ObjectIdentifier": "%1$s",
            "auth:AuthorisationReference": "AZ HI1 walk",
            "auth:AuthorisationLegalType": {
              "common:Owner": "writ", "common:Name": "LegalType", "common:Value": "COURT_ORDER" },
            "auth:AuthorisationFlags": { "auth:AuthorisationFlag": [ {
              "common:Owner": "writ", "common:Name": "AuthorisationFlag", "common:Value": "SuspectConfirmed" } ] },
            "auth:AuthorisationTypeOfCase": {
              "common:Owner": "writ", "common:Name": "OffenceCategory", "common:Value": "FRAUD" },
            "auth:AuthorisationLegalEntity": {
              "common:Owner": "writ", "common:Name": "COURT", "common:Value": "Court of the Test" } } } },
        { "ActionIdentifier": 1, "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Task}LDTaskObject",
            "ObjectIdentifier": "%2$s",
            "AssociatedObjects": { "AssociatedObject": [ "%1$s" ] },
            "task:RequestDetails": { "task:RequestValues": { "task:RequestValue": [ {
              "task:FormatType": { "task:FormatOwner": "ETSI", "task:FormatName": "InternationalE164" },
              "task:Value": "4915100000003" } ] } } } } },
        { "ActionIdentifier": 2, "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Document}DocumentObject",
            "ObjectIdentifier": "%3$s",
            "AssociatedObjects": { "AssociatedObject": [ "%1$s" ] },
            "doc:DocumentName": "order.pdf",
            "doc:DocumentBody": { "doc:Contents": "%4$s", "doc:ContentType": "application/pdf" } } } }
        """
        .formatted(authorisation, task, UUID.randomUUID(), base64(PDF));
  }

  private String answer(String words) {
    return """
        { "ActionIdentifier": 0, "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Document}DocumentObject",
            "ObjectIdentifier": "%s",
            "AssociatedObjects": { "AssociatedObject": [ "%s" ] },
            "doc:DocumentType": {
              "common:Owner": "ETSI", "common:Name": "EPOCDocumentType",
              "common:Value": "ProvideAdditionalInformation" },
            "doc:DocumentBody": { "doc:Contents": "%s", "doc:ContentType": "text/plain" } } } }
        """
        .formatted(UUID.randomUUID(), authorisation, base64(words));
  }

  private static String acknowledgement(String delivery, String sha256) {
    return """
        { "ActionIdentifier": 0, "UPDATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2019/10/Delivery}DeliveryObject",
            "ObjectIdentifier": "%s",
            "delivery:Delivery": { "delivery:URL": { "delivery:Checksums": { "delivery:Checksum": [ {
              "delivery:ChecksumAlgorithm": "SHA-256", "delivery:ChecksumValue": "%s" } ] } } },
            "delivery:DeliveryStatus": {
              "common:Owner": "ETSI", "common:Name": "DeliveryStatus", "common:Value": "Received" } } } }
        """
        .formatted(delivery, sha256);
  }

  /** The identifier of the newest object of a type. */
  private String listed(String type) {
    return response(
            send(
                """
                { "ActionIdentifier": 0, "LIST": { "ObjectType": {
                    "common:Owner": "ETSI", "common:Name": "ObjectType", "common:Value": "%s" } } }
                """
                    .formatted(type)))
        .at("/LISTResponse/ListResponseRecord/0/Identifier")
        .asText();
  }

  private JsonNode get(String id) {
    return response(
            send("{ \"ActionIdentifier\": 0, \"GET\": { \"Identifier\": \"%s\" } }".formatted(id)))
        .at("/GETResponse/HI1Object");
  }

  private Answer send(String actions) {
    Answer answer =
        agency.intake().handover(Handover.message("XX", "ACTOR01", actions)).require(200);
    assertThat(answer.text()).contains("ActionResponses").doesNotContain("ErrorInformation");
    return answer;
  }

  private static JsonNode response(Answer answer) {
    return answer.json().at("/Payload/ResponsePayload/ActionResponses/ActionResponse/0");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
