package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import org.writ.web.problem.Reading.Faulty;
import org.writ.web.problem.Reading.Sound;
import org.writ.web.problem.StrictJson;

/**
 * Whatever bytes are sent as a submission, they are read or refused with reasons. The build reads
 * those under {@code SubmissionReaderFuzzTestInputs}; {@code deploy/verify --fuzz} makes up more.
 */
class SubmissionReaderFuzzTest {

  private static final SubmissionReader.Context CONTEXT =
      new SubmissionReader.Context("DE", Instant.parse("2026-11-21T09:30:00Z"), 100);

  @FuzzTest
  void bodyIsSoundOrItsFaultsAreNamed(byte[] body) {
    // Given
    JsonNode tree;
    try {
      tree = StrictJson.read(SubmissionBody.JSON, body);
    } catch (HttpProblem notJson) {
      assertThat(notJson.getStatusCode()).isEqualTo(400);
      return;
    }

    // When
    var reading = SubmissionReader.read(tree, CONTEXT);

    // Then
    switch (reading) {
      case Sound<Submission>(Submission submission) -> {
        assertThat(submission.items()).hasSizeBetween(1, CONTEXT.maxItems());
        assertThat(submission.items()).allMatch(item -> item.identifier().fitsItsType());
        assertThat(StrictJson.digest(SubmissionBody.JSON, tree)).hasSize(64);
      }
      case Faulty<Submission>(var faults) ->
          assertThat(faults)
              .isNotEmpty()
              .allMatch(fault -> fault.pointer().isEmpty() || fault.pointer().startsWith("/"))
              .noneMatch(fault -> fault.detail().isBlank());
    }
  }
}
