package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;

class NoticeTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final String REQUEST = "0198c0de-0000-7000-8000-000000000001";

  static Stream<Class<? extends SpecificRecord>> typesOfEvents() {
    return Topic.INTAKE_REQUESTS.recordTypes().stream();
  }

  @ParameterizedTest
  @MethodSource("typesOfEvents")
  void agencyIsToldOfEachTypeOfEventButItsSubmission(Class<? extends SpecificRecord> type) {
    // Given
    var event = event(blank(type));

    // When
    var notice = Notice.of(event, RequestStatus.UNDER_REVIEW);

    // Then
    if (type == RequestSubmitted.class) {
      assertThat(notice).isEmpty();
    } else {
      assertThat(notice.map(Notice::type).orElseThrow()).matches("request\\.[a-z_]+");
      assertThat(notice.map(Notice::data).map(Notice.Data::requestId)).contains(REQUEST);
    }
  }

  @Test
  void noticeNamesRequestStateAndDocumentAndNothingElse() {
    // Given
    var event = event(new DocumentScanned("d-1", "INFECTED"));

    // When
    var notice = Notice.of(event, RequestStatus.RECEIVED);

    // Then
    assertThat(notice)
        .isEqualTo(
            Optional.of(
                new Notice(
                    "request.document_scanned",
                    AT,
                    new Notice.Data(REQUEST, RequestStatus.RECEIVED, 7L, "d-1", "INFECTED"))));
  }

  private static SpecificRecord blank(Class<? extends SpecificRecord> type) {
    return (SpecificRecord) SpecificData.newInstance(type, SpecificData.get().getSchema(type));
  }

  private static Event event(SpecificRecord data) {
    return new Event(
        Topic.INTAKE_REQUESTS,
        new Envelope(
            new UUID(0, 1),
            "/writ/intake",
            data.getSchema().getFullName(),
            REQUEST,
            AT,
            7,
            null,
            Actor.service("intake")),
        data,
        new EventDigest(new byte[32]));
  }
}
