package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-21T09:30:00.123Z");

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY,EU_E_EVIDENCE,IP_ADDRESS,2026-11-21T17:30:00.123Z,'Regulation (EU) 2023/1543, Article 10(4)'",
    "EMERGENCY,NATIONAL,IP_ADDRESS,2026-11-21T17:30:00.123Z,'The platform''s rule for emergencies, 8 hours'",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,IP_ADDRESS,2026-12-01T09:30:00.123Z,'Regulation (EU) 2023/1543, Article 10(3)'",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,TRAFFIC,2026-12-01T09:30:00.123Z,'Regulation (EU) 2023/1543, Article 10(2)'",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,CONTENT,2026-12-01T09:30:00.123Z,'Regulation (EU) 2023/1543, Article 10(2)'",
    "PRESERVATION_ORDER,EU_E_EVIDENCE,IP_ADDRESS,2026-11-24T09:30:00.123Z,'Regulation (EU) 2023/1543, Article 11(1), as the platform''s rule of 3 days'",
    "COURT_ORDER,NATIONAL,IP_ADDRESS,2026-12-21T09:30:00.123Z,'The platform''s service level, 30 days'",
    "SUBPOENA,MLAT,IP_ADDRESS,2026-12-21T09:30:00.123Z,'The platform''s service level, 30 days'",
    "SEARCH_WARRANT,CLOUD_ACT,CONTENT,2026-12-21T09:30:00.123Z,'The platform''s service level, 30 days'"
  })
  void deadlineFollowsFromProcessRegimeAndData(
      String process, String regime, String dataType, Instant dueAt, String rule) {
    // Given
    var body =
        SubmissionBody.sound()
            .withText("/process", process)
            .withText("/regime", regime)
            .withText("/items/0/dataTypes/0", dataType);
    var context = new SubmissionReader.Context("DE", RECEIVED, 10);
    var submission = SubmissionReader.read(body.tree(), context).orRefuse();

    // When
    var deadline = Deadline.of(submission, RECEIVED);

    // Then
    assertThat(deadline).isEqualTo(new Deadline(dueAt, rule));
  }
}
