package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.writ.intake.request.SubmissionBody;

/**
 * Whatever bytes are sent as a message, they are read or refused with a code. The build reads those
 * under {@code MessageReaderFuzzTestInputs}; {@code deploy/verify --fuzz} makes up more.
 */
class MessageReaderFuzzTest {

  private static final MessageReader READER = new MessageReader(SubmissionBody.JSON);

  @FuzzTest
  void messageIsReadOrRefusedWithACode(byte[] body) {
    // Given any bytes

    // When
    var reception = READER.read(body);

    // Then
    switch (reception) {
      case Reception.Read(Message message) -> {
        assertThat(message.actions()).isNotEmpty();
        assertThat(message.header().transaction()).hasSize(36);
      }
      case Reception.Refused refused -> {
        assertThat(refused.refusal().code()).isBetween(1_000, 9_999);
        assertThat(refused.refusal().detail()).isNotBlank();
      }
    }
  }
}
