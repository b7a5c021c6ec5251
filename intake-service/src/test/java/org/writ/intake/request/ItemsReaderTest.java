package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

class ItemsReaderTest {

  private static final SubmissionReader.Context CONTEXT =
      new SubmissionReader.Context("DE", Instant.parse("2026-11-21T09:30:00Z"), 1_000);

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER,+4915100000001,true",
    "PHONE_NUMBER,+123456789012345,true",
    "PHONE_NUMBER,+1234567890123456,false",
    "PHONE_NUMBER,+123456,false",
    "PHONE_NUMBER,+0915100000001,false",
    "PHONE_NUMBER,4915100000001,false",
    "PHONE_NUMBER,+49 151 00000001,false",
    "PHONE_NUMBER,+٤٩١٥١٠٠٠٠٠٠٠١,false",
    "USERNAME,demo_user_1,true",
    "USERNAME,@demo_user_1,false",
    "USERNAME,demo user,false",
    "USERNAME,dеmo_with_cyrillic_e,false",
    "USERNAME,.demo,false",
    "ACCOUNT_ID,1000001,true",
    "ACCOUNT_ID,-1,false",
    "ACCOUNT_ID,1e6,false",
    "ACCOUNT_ID,123456789012345678901,false",
    "IP_ADDRESS,192.0.2.7,true",
    "IP_ADDRESS,255.255.255.255,true",
    "IP_ADDRESS,192.0.2.256,false",
    "IP_ADDRESS,192.0.2,false",
    "IP_ADDRESS,192.0.2.,false",
    "IP_ADDRESS,192.0.2.07,false",
    "IP_ADDRESS,3221225991,false",
    "IP_ADDRESS,192.0.2.7/24,false",
    "IP_ADDRESS,2001:db8::7,true",
    "IP_ADDRESS,::ffff:192.0.2.7,true",
    "IP_ADDRESS,::,true",
    "IP_ADDRESS,2001:db8:::7,false",
    "IP_ADDRESS,fe80::1%eth0,false",
    "IP_ADDRESS,[2001:db8::7],false",
    "IP_ADDRESS,localhost,false"
  })
  void identifierHasTheSyntaxOfItsType(String type, String value, boolean sound) {
    // Given
    var body =
        SubmissionBody.sound()
            .withText("/items/0/identifier/type", type)
            .withText("/items/0/identifier/value", value);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .extracting(Fault::pointer)
        .isEqualTo(sound ? List.of() : List.of("/items/0/identifier/value"));
  }

  @ParameterizedTest
  @CsvSource({
    // from, to, sound
    "2026-05-01T00:00:00Z,2026-05-01T00:00:00.001Z,true",
    "2026-05-01T00:00:00Z,2026-05-01T00:00:00Z,false",
    "2026-05-02T00:00:00Z,2026-05-01T00:00:00Z,false",
    "1970-01-01T00:00:00Z,2026-05-01T00:00:00Z,true",
    "1969-12-31T23:59:59Z,2026-05-01T00:00:00Z,false",
    "2026-11-21T09:30:00Z,2026-11-22T09:30:00Z,true",
    "2026-11-21T09:30:00.001Z,2026-11-22T09:30:00Z,false",
    "2026-05-01T00:00:00Z,2026-11-22T09:30:00.001Z,false",
    "2026-05-01T00:00:00+02:00,2026-06-01T00:00:00Z,false",
    "2026-05-01,2026-06-01,false",
    "2026-05-01T00:00:00,2026-06-01T00:00:00,false",
    "1 May 2026,1 June 2026,false"
  })
  void periodIsInUtcAndInThePast(String from, String to, boolean sound) {
    // Given
    var body = SubmissionBody.sound().withText("/items/0/from", from).withText("/items/0/to", to);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults.isEmpty()).isEqualTo(sound);
  }

  @Test
  void boundFinerThanTheDataDividesTheSameRecords() {
    // Given
    var body = SubmissionBody.sound().withText("/items/0/from", "2026-05-01T00:00:00.000001Z");

    // When
    var reading = SubmissionReader.read(body.tree(), CONTEXT);

    // Then
    var from = reading.orRefuse().items().getFirst().from();
    assertThat(from).isEqualTo(Instant.parse("2026-05-01T00:00:00.001Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The same words; another spelling of the same address or name.
        "PHONE_NUMBER +4915100000001 +4915100000001",
        "USERNAME demo_user_1 Demo_User_1",
        "IP_ADDRESS 2001:db8::7 2001:0DB8:0:0:0:0:0:7",
        "IP_ADDRESS 192.0.2.7 ::ffff:192.0.2.7"
      })
  void sameAccountInTheSamePeriodIsOneItem(String repetition) {
    // Given
    var words = repetition.split(" ");
    var body =
        SubmissionBody.sound()
            .with("/items", "[" + item(words[0], words[1], "IP_ADDRESS") + "]")
            .plus("/items", item(words[0], words[2], "DEVICE"));

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).containsExactly(new Fault("/items/1", "must not repeat item 0"));
  }

  @Test
  void sameAccountInAnotherPeriodIsAnotherItem() {
    // Given
    var body =
        SubmissionBody.sound()
            .without("/items/0/from")
            .plus(
                "/items",
                """
                {"identifier":{"type":"PHONE_NUMBER","value":"+4915100000001"},"dataTypes":["DEVICE"],
                 "from":"2026-01-01T00:00:00Z"}
                """);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).isEmpty();
  }

  @Test
  void everyDataTypeCanBeAskedFor() {
    // Given
    var body =
        SubmissionBody.sound()
            .with(
                "/items/0/dataTypes",
                "[\"PHONE_NUMBER\",\"IP_ADDRESS\",\"DEVICE\",\"USERNAME_HISTORY\",\"CONTENT\",\"TRAFFIC\"]");

    // When
    var reading = SubmissionReader.read(body.tree(), CONTEXT);

    // Then
    assertThat(reading.orRefuse().items().getFirst().dataTypes())
        .containsExactlyInAnyOrder(Submission.DataType.values());
  }

  private static String item(String type, String value, String dataType) {
    return """
        {"identifier":{"type":"%s","value":"%s"},"dataTypes":["%s"]}
        """
        .formatted(type, value, dataType);
  }

  private static List<Fault> faults(SubmissionBody body) {
    return switch (SubmissionReader.read(body.tree(), CONTEXT)) {
      case Reading.Faulty<Submission>(List<Fault> faults) -> faults;
      case Reading.Sound<Submission> sound -> List.of();
    };
  }
}
