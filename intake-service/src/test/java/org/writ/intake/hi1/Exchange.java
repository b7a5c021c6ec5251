package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;
import org.writ.intake.request.SubmissionBody;

/** An agency's own system, from outside: what it sends and what it is answered. */
final class Exchange {

  static final String AGENCY = "agency-xx";

  /** Another agency with an end of its own. */
  static final String OTHER = "agency-fr";

  static final EndpointId OTHER_SENDER = new EndpointId("FR", "ACTOR05");

  private Exchange() {}

  /** Registers the agency of the interface and others, if they are not registered yet. */
  static void registerAgencies() {
    Intake.registerAgencies();
    register(AGENCY, Messages.SENDER);
    register(OTHER, OTHER_SENDER);
  }

  private static void register(String agency, EndpointId endpoint) {
    var file = Intake.person("olga").get("/v1/agencies/" + agency);
    if (file.statusCode() == 404 || file.path("registration.endpoint") == null) {
      ObjectNode registration = Intake.registration(endpoint.countryCode(), Certificates.sound());
      registration
          .putObject("endpoint")
          .put("countryCode", endpoint.countryCode())
          .put("uniqueIdentifier", endpoint.uniqueIdentifier());
      Intake.register(agency, registration).then().statusCode(200);
    }
  }

  /** Sends a message with these actions. */
  static Response send(ObjectNode... actions) {
    return post(message(id(), actions));
  }

  static Response post(ObjectNode message) {
    return post(AGENCY, Messages.bytes(message));
  }

  static Response post(String client, byte[] body) {
    return Intake.agency(client).contentType("application/json").body(body).post("/hi1");
  }

  /** An object as the agency sees it. */
  static JsonNode object(String id) {
    JsonNode object = response(send(get(id)), 0).at("/GETResponse/HI1Object");
    assertThat(object.isObject()).isTrue();
    return object;
  }

  /** The status that an object is shown with. */
  static String status(String id) {
    JsonNode object = object(id);
    var type = ObjectType.ofXsiType(object.get("@xsi:type").asText()).orElseThrow();
    return object.path(type.statusMember()).path("common:Value").asText();
  }

  /** Identifiers of the agency's objects of a type, the newest change first. */
  static List<String> list(ObjectType type) {
    ObjectNode filter = SubmissionBody.JSON.createObjectNode();
    filter.set("ObjectType", Terms.entry("ETSI", "ObjectType", type.term()));
    var ids = new ArrayList<String>();
    response(send(verb("LIST", filter)), 0)
        .at("/LISTResponse/ListResponseRecord")
        .forEach(listed -> ids.add(listed.path("Identifier").asText()));
    return ids;
  }

  /** The answer to one action. */
  static JsonNode response(Response answer, int place) {
    return Messages.parse(answer.asString())
        .at("/Payload/ResponsePayload/ActionResponses/ActionResponse")
        .path(place);
  }

  /** The error code of each action; 0: carried out. */
  static List<Integer> codes(Response answer) {
    var codes = new ArrayList<Integer>();
    Messages.parse(answer.asString())
        .at("/Payload/ResponsePayload/ActionResponses/ActionResponse")
        .forEach(one -> codes.add(one.at("/ErrorInformation/ErrorCode").asInt(0)));
    return codes;
  }

  /** The error code of a message that is refused as a whole. */
  static int error(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Messages.parse(answer.asString())
        .at("/Payload/ResponsePayload/ErrorInformation/ErrorCode")
        .asInt();
  }

  /** The newest request of the agency: the one that the answered message created. */
  static String requestOf(Response answer) {
    assertThat(codes(answer)).containsOnly(0);
    return Intake.agency(AGENCY).get("/v1/requests?limit=1").path("items[0].id");
  }

  /** The item of a request with one task. */
  static String item(String request) {
    return Intake.request(AGENCY, request).path("items[0].itemId");
  }
}
