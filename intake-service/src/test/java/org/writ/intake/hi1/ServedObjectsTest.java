package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.acknowledgement;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.deliver;
import static org.writ.intake.hi1.Messages.document;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.linked;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.object;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;
import static org.writ.intake.hi1.Messages.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.Shape.Member;
import org.writ.intake.hi1.Shape.Member.Use;
import org.writ.intake.request.SubmissionBody;

/** What is served of the standard; what it has besides is refused with its code, never ignored. */
class ServedObjectsTest extends HandoverScenario {

  @ParameterizedTest
  @CsvSource({
    "CREATE,AUTHORISATION,0",
    "CREATE,DOCUMENT,0",
    "CREATE,LD_TASK,0",
    "CREATE,LP_TASK,0",
    "CREATE,NOTIFICATION,3001",
    "CREATE,DELIVERY,3001",
    "UPDATE,AUTHORISATION,0",
    "UPDATE,DOCUMENT,0",
    "UPDATE,LD_TASK,0",
    "UPDATE,LP_TASK,0",
    "UPDATE,NOTIFICATION,3001",
    "UPDATE,DELIVERY,0",
    "DELIVER,AUTHORISATION,3001",
    "DELIVER,DOCUMENT,3001",
    "DELIVER,LD_TASK,3001",
    "DELIVER,LP_TASK,3001",
    "DELIVER,NOTIFICATION,3001",
    "DELIVER,DELIVERY,0",
    "GET,AUTHORISATION,0",
    "GET,DOCUMENT,0",
    "GET,LD_TASK,0",
    "GET,LP_TASK,0",
    "GET,NOTIFICATION,0",
    "GET,DELIVERY,0",
    "LIST,AUTHORISATION,0",
    "LIST,DOCUMENT,0",
    "LIST,LD_TASK,0",
    "LIST,LP_TASK,0",
    "LIST,NOTIFICATION,0",
    "LIST,DELIVERY,0"
  })
  void verbsAreServedForTheTypesThatTheyAreFor(Verb verb, ObjectType type, int code) {
    // Given
    prepared(RequestStatus.AVAILABLE, null);
    String authorisation = id();
    keep(decide(create(authorisation(authorisation))), null, 0);

    // When
    ObjectNode action =
        switch (verb) {
          case CREATE -> create(fresh(type, authorisation));
          case DELIVER -> deliver(fresh(type, AUTHORISATION));
          case UPDATE -> update(changed(type));
          case GET -> get(existing(type));
          case LIST -> verb("LIST", ofType(type.term()));
          case GETCSPCONFIG -> throw new IllegalArgumentException("Is about no object");
        };
    // A document needs a request that is there.
    var decision =
        verb == Verb.CREATE && type == ObjectType.DOCUMENT
            ? decide(create(fresh(type, AUTHORISATION)))
            : decide(action);

    // Then
    assertThat(codes(decision)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{http://uri.etsi.org/03120/common/2020/09/Task}LITaskObject",
        "{http://uri.etsi.org/03120/common/2022/07/TrafficPolicy}TrafficPolicyObject",
        "{http://uri.etsi.org/03120/common/2022/07/TrafficPolicy}TrafficRuleObject",
        "{http://uri.etsi.org/03120/common/2025/02/EPOCPlaceholder}EPOCPlaceholderObject",
        "{http://uri.etsi.org/03120/common/2020/09/Task}AuthorisationObject"
      })
  void typesThatAreNotServedAreRefusedByEveryVerb(String xsiType) {
    // Given
    ObjectNode object = authorisation(id()).put("@xsi:type", xsiType).put("task:Whatever", 1);
    String term = xsiType.substring(xsiType.indexOf('}') + 1).replace("Object", "");

    // When, then
    assertThat(codes(decide(create(object)))).containsExactly(3001);
    assertThat(codes(decide(update(object)))).containsExactly(3001);
    assertThat(codes(decide(deliver(object)))).containsExactly(3001);
    if (!term.equals("Authorisation")) {
      assertThat(codes(decide(verb("LIST", ofType(term))))).containsExactly(3001);
    }
  }

  @Test
  void listOfAnotherDictionarysTypeOrStatusIsNotServed() {
    // Given
    ObjectNode types = SubmissionBody.JSON.createObjectNode();
    types.set("ObjectType", Terms.entry("XX", "ObjectType", "LDTask"));
    ObjectNode statuses = SubmissionBody.JSON.createObjectNode();
    statuses.set("Status", Terms.entry("XX", "LDTaskStatus", "Disclosed"));

    // When, then
    assertThat(codes(decide(verb("LIST", types), verb("LIST", statuses))))
        .containsExactly(3001, 3001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IsTest", "IsEmergency"})
  void flagsAndWishesOfAnotherDictionaryAreNotServed(String flag) {
    // Given
    ObjectNode flagged = authorisation(id());
    flagged
        .putObject("auth:AuthorisationFlags")
        .set("auth:AuthorisationFlag", Terms.entry("XX", "AuthorisationFlag", flag));
    ObjectNode wishing = authorisation(id());
    wishing.set(
        "auth:AuthorisationDesiredStatus",
        Terms.entry("XX", "AuthorisationDesiredStatus", "Approved"));

    // When, then
    assertThat(codes(decide(create(flagged), create(wishing)))).containsExactly(3001, 3001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "get", "SUBSCRIBE"})
  void verbThatTheStandardDoesNotHaveMakesTheMessageUnreadable(String unknown) {
    // When
    var reception =
        Messages.read(message(id(), verb(unknown, SubmissionBody.JSON.createObjectNode())));

    // Then
    assertThat(((Reception.Refused) reception).refusal().code()).isEqualTo(3020);
  }

  @ParameterizedTest
  @MethodSource("membersThatAreRefused")
  void memberThatIsNotServedOrTheReceiversIsRefused(ObjectType type, String path, int code) {
    // Given
    ObjectNode object = object(type, id());
    List<Member> members = type.shape().members();
    ObjectNode parent = object;
    List<String> names = List.of(path.split(" "));
    for (String name : names.subList(0, names.size() - 1)) {
      Member member = named(members, name);
      parent.set(name, sample(member.shape()));
      parent = (ObjectNode) parent.get(name);
      members = ((Shape.Struct) member.shape()).members();
    }
    parent.set(names.getLast(), sample(named(members, names.getLast()).shape()));

    // When
    var read = Messages.sound(message(id(), create(object)));

    // Then
    assertThat(((Action.Faulty) read.actions().getFirst()).refusal().code()).isEqualTo(code);
  }

  static Stream<Arguments> membersThatAreRefused() {
    return Arrays.stream(ObjectType.values())
        .flatMap(type -> refused(type, "", type.shape().members()).stream());
  }

  private static List<Arguments> refused(ObjectType type, String path, List<Member> members) {
    var found = new ArrayList<Arguments>();
    for (Member member : members) {
      if (member.use() == Use.UNSERVED || member.use() == Use.RECEIVERS) {
        found.add(
            Arguments.of(type, path + member.name(), member.use() == Use.UNSERVED ? 3001 : 3006));
      } else if (member.shape() instanceof Shape.Struct(List<Member> inside)) {
        found.addAll(refused(type, path + member.name() + " ", inside));
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource(ObjectType.class)
  void everythingElseIsRead(ObjectType type) {
    // Given
    ObjectNode object = object(type, id());
    for (Member member : type.shape().members()) {
      if (member.use() == Use.OPTIONAL) {
        object.set(member.name(), sample(member.shape()));
      }
    }

    // When
    var read = Messages.sound(message(id(), create(object)));

    // Then
    assertThat(read.actions().getFirst())
        .isInstanceOfSatisfying(
            Action.Create.class,
            action -> assertThat(action.object().members()).hasSameSizeAs(object));
  }

  /** A value of the shape, with its required members. */
  private static JsonNode sample(Shape shape) {
    return switch (shape) {
      case Shape.Words _ -> TextNode.valueOf("Words");
      case Shape.Formed formed ->
          TextNode.valueOf(
              switch (formed) {
                case UUID -> AUTHORISATION;
                case COUNTRY -> "XX";
                case TIME -> "2026-11-20T12:00:00Z";
                case MICROSECONDS -> "2026-11-20T12:00:00.000000Z";
                case BASE64 -> "JVBERi0xLjc=";
              });
      case Shape.Count _ -> IntNode.valueOf(1);
      case Shape.Flag _ -> BooleanNode.TRUE;
      case Shape.ValueOf _ -> Terms.entry("ETSI", "Dictionary", "Value");
      case Shape.Free _ -> SubmissionBody.JSON.createObjectNode().put("common:Any", "thing");
      case Shape.Many(Shape element, int _) ->
          SubmissionBody.JSON.createArrayNode().add(sample(element));
      case Shape.Either(Shape _, Shape second) -> sample(second);
      case Shape.Struct(List<Member> members) -> {
        ObjectNode value = SubmissionBody.JSON.createObjectNode();
        members.stream()
            .filter(member -> member.use() == Use.REQUIRED)
            .forEach(member -> value.set(member.name(), sample(member.shape())));
        yield value;
      }
    };
  }

  private static Member named(List<Member> members, String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow();
  }

  private static ObjectNode fresh(ObjectType type, String authorisation) {
    return switch (type) {
      case AUTHORISATION -> authorisation(id());
      case LD_TASK -> task(id(), authorisation);
      case LP_TASK -> task(type, id(), authorisation, "writ", "AccountId", "1000001");
      case DOCUMENT -> document(id(), "application/pdf", new byte[] {'%'}, authorisation);
      case NOTIFICATION -> linked(object(type, id()), authorisation);
      case DELIVERY -> {
        ObjectNode delivery = linked(object(type, id()), authorisation);
        delivery
            .putObject("delivery:Delivery")
            .putObject("delivery:BinaryData")
            .put("delivery:Data", "JVBERi0xLjc=");
        yield delivery;
      }
    };
  }

  private String existing(ObjectType type) {
    return switch (type) {
      case AUTHORISATION -> AUTHORISATION;
      case LD_TASK -> TASK;
      case DELIVERY -> DELIVERY;
      case NOTIFICATION -> DerivedId.of(REQUEST, DerivedId.Kind.STEP, 0);
      case LP_TASK -> {
        String authorisation = id();
        ObjectNode task = fresh(type, authorisation);
        keep(decide(create(authorisation(authorisation)), create(task)), null, 1);
        yield task.get("ObjectIdentifier").asText();
      }
      case DOCUMENT -> {
        ObjectNode document = fresh(type, AUTHORISATION);
        keep(decide(create(document)), null, 0);
        yield document.get("ObjectIdentifier").asText();
      }
    };
  }

  private ObjectNode changed(ObjectType type) {
    if (type == ObjectType.LD_TASK) {
      // What is disclosed is not changed any more.
      submitted(RequestStatus.UNDER_REVIEW, null);
    }
    return switch (type) {
      case DELIVERY -> acknowledgement(DELIVERY, "Received", HASH);
      case NOTIFICATION -> object(type, existing(type));
      case AUTHORISATION, DOCUMENT, LD_TASK, LP_TASK ->
          object(type, existing(type)).put("ExternalIdentifier", "mine");
    };
  }

  private static ObjectNode ofType(String term) {
    ObjectNode filter = SubmissionBody.JSON.createObjectNode();
    filter.set("ObjectType", Terms.entry("ETSI", "ObjectType", term));
    return filter;
  }
}
