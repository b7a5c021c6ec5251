package org.writ.intake.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.writ.web.problem.StrictJson;

/** A submission that is accepted, and what can be done to it. */
public final class SubmissionBody {

  public static final ObjectMapper JSON = strict();

  private static final String SOUND =
      """
      { "reference": "AZ 2026/000123",
        "process": "COURT_ORDER",
        "regime": "NATIONAL",
        "issuingAuthority": { "name": "Amtsgericht Tiergarten", "type": "COURT", "country": "DE" },
        "issuedOn": "2026-11-20", "validUntil": "2027-02-20",
        "offence": { "category": "DRUG_TRAFFICKING", "statute": "§ 29a BtMG", "description": "Line one\\nline two 🧾" },
        "suspectConfirmed": true,
        "items": [ { "identifier": { "type": "PHONE_NUMBER", "value": "+4915100000001" },
                     "dataTypes": ["IP_ADDRESS", "PHONE_NUMBER"],
                     "from": "2026-05-01T00:00:00Z", "to": "2026-11-01T00:00:00Z" } ],
        "officer": { "name": "Dora Beispiel", "email": "dora@police.example", "phone": "+49 30 1234567" },
        "userNotice": { "delayUntil": "2027-05-01", "reason": "The suspect would flee." } }
      """;

  private final ObjectNode tree;

  private SubmissionBody(ObjectNode tree) {
    this.tree = tree;
  }

  /** Every member that api.md knows, with a sound value. */
  public static SubmissionBody sound() {
    return new SubmissionBody((ObjectNode) parse(SOUND));
  }

  /** The same with another value at a place; the value is written in JSON. */
  public SubmissionBody with(String pointer, String json) {
    return withNode(pointer, parse(json));
  }

  /** The same with a text at a place. */
  public SubmissionBody withText(String pointer, String text) {
    return withNode(pointer, JSON.getNodeFactory().textNode(text));
  }

  /** The same without a member. */
  public SubmissionBody without(String pointer) {
    var copy = tree.deepCopy();
    var place = JsonPointer.compile(pointer);
    ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
    return new SubmissionBody(copy);
  }

  /** The same with an element more at the end of an array. */
  public SubmissionBody plus(String pointer, String json) {
    var copy = tree.deepCopy();
    ((ArrayNode) copy.at(pointer)).add(parse(json));
    return new SubmissionBody(copy);
  }

  public JsonNode tree() {
    return tree;
  }

  @Override
  public String toString() {
    return tree.toString();
  }

  private SubmissionBody withNode(String pointer, JsonNode value) {
    var copy = tree.deepCopy();
    var place = JsonPointer.compile(pointer);
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return new SubmissionBody(copy);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException mistake) {
      throw new IllegalArgumentException(json, mistake);
    }
  }

  private static ObjectMapper strict() {
    var mapper = new ObjectMapper();
    new StrictJson().customize(mapper);
    return mapper;
  }
}
