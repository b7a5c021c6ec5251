package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task asks for. */
class TaskDetailsTest extends HandoverScenario {

  @ParameterizedTest
  @CsvSource({
    "ETSI,InternationalE164,442079460223,0",
    "ETSI,InternationalE164,+442079460223,3007",
    "ETSI,InternationalE164,0123,3007",
    "ETSI,IPv4Address,192.0.2.1,0",
    "ETSI,IPv4Address,2001:db8::1,3007",
    "ETSI,IPv4Address,192.0.2.256,3007",
    "ETSI,IPv6Address,2001:db8::1,0",
    "ETSI,IPv6Address,192.0.2.1,3007",
    "writ,Username,demo_user_1,0",
    "writ,Username,@demo,3007",
    "writ,AccountId,1000001,0",
    "writ,AccountId,abc,3007",
    "ETSI,Username,demo_user_1,3001",
    "ETSI,IMSI,999700000000001,3001"
  })
  void targetMustBeOfAFormatThatIsServed(String owner, String format, String value, int code) {
    // When
    var decision =
        decide(
            create(authorisation(AUTHORISATION)),
            create(task(ObjectType.LD_TASK, TASK, AUTHORISATION, owner, format, value)));

    // Then
    assertThat(codes(decision).getLast()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task:Type | {\"common:Owner\": \"ETSI\", \"common:Name\": \"RequestType\","
            + " \"common:Value\": \"SubscriberData\"} | 0",
        "task:Type | {\"common:Owner\": \"ETSI\", \"common:Name\": \"RequestType\","
            + " \"common:Value\": \"Other\"} | 3001",
        "task:StartTime | \"2027-01-01T00:00:00Z\" | 3007",
        "task:EndTime | \"2027-01-01T00:00:00Z\" | 3007",
        "task:EndTime | \"1969-01-01T00:00:00Z\" | 3007",
        "task:ObservedTime | \"2026-01-01T00:00:00Z\" | 3001",
        "task:Subtype | {} | 3001"
      })
  void detailsOfATaskAreChecked(String member, String json, int code) {
    // Given
    ObjectNode object = task(TASK, AUTHORISATION);
    ((ObjectNode) object.get("task:RequestDetails")).set(member, Messages.parse(json));

    // When
    var decision = decide(create(authorisation(AUTHORISATION)), create(object));

    // Then
    assertThat(codes(decision).getLast()).isEqualTo(code);
  }

  @Test
  void taskWithoutDetailsOrWithSeveralValuesIsRefused() {
    // Given
    ObjectNode none = task(TASK, AUTHORISATION);
    none.remove("task:RequestDetails");
    ObjectNode several = task(TASK, AUTHORISATION);
    var values =
        (ArrayNode) several.at("/task:RequestDetails/task:RequestValues/task:RequestValue");
    values.add(values.get(0).deepCopy());

    // When, then
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(none))).getLast())
        .isEqualTo(3005);
    assertThat(codes(decide(create(authorisation(AUTHORISATION)), create(several))).getLast())
        .isEqualTo(3001);
  }
}
