package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.look.Language;
import org.writ.pages.Frame;
import org.writ.pages.Speech;
import org.writ.review.casework.CaseView;

/** How the facts of findings are said. */
class FactLineTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EN, suspectConfirmed, false, Suspect confirmed, No
          DE, suspectConfirmed, true, Verdacht bestätigt, Ja
          EN, country, DE, Agency’s country, Germany
          DE, process, COURT_ORDER, Verfahren, Gerichtsbeschluss
          EN, dataTypes, 'IP_ADDRESS,CONTENT', Data asked for, 'IP addresses, Content of messages'
          EN, orderable, '', Data that such an authority may ask for, none
          EN, itemCount, 12, Number of accounts, 12
          EN, issuedOn, 2026-11-18, Issued on, 18 Nov 2026
          EN, receivedAt, 2026-11-20T12:00:00Z, Received, '20 Nov 2026, 12:00 UTC'
          EN, receivedAt, T, Received, T
          EN, validUntil, '', In force until, not known
          EN, ofALaterVersion, SOMETHING, ofALaterVersion, SOMETHING
          """)
  void aFactIsSaidInTheReadersLanguage(
      Language language, String name, String value, String label, String said) {
    // Given
    var frame = new Frame(new Speech().in(language), Instant.EPOCH, "", "", "", "", "", Set.of());

    // When
    List<FactLine> lines = FactLine.of(frame, List.of(new CaseView.FactUsed(name, value)));

    // Then
    assertThat(lines).containsExactly(new FactLine(label, name, said));
  }
}
