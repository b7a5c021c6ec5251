package org.writ.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final String ID = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";

  @Test
  void placeByTimeIsReadAsItWasWritten() {
    // Given
    var place = new TimeCursor(Instant.parse("2026-11-21T09:30:00.123Z"), ID);

    // When
    var read = TimeCursor.parse(place.toString());

    // Then
    assertThat(read).contains(place);
  }

  @Test
  void placeByIdIsReadAsItWasWritten() {
    // Given
    String cursor = Cursors.write(ID);

    // When
    var read = Cursors.readId(cursor);

    // Then
    assertThat(read).contains(ID);
  }

  @Test
  void placeHasToBeOfTheListsSyntax() {
    // Given
    String cursor = Cursors.write("agency-de");

    // When
    var read = Cursors.read(cursor, Pattern.compile("agency-([a-z]{2})"));

    // Then
    assertThat(read).hasValueSatisfying(place -> assertThat(place.group(1)).isEqualTo("de"));
    assertThat(Cursors.read(cursor, Pattern.compile("[0-9]{1,9}"))).isEmpty();
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "!!!",
        "MTIz",
        "MSAwMTk5",
        "LTEgMDE5M2YzYTEtN2I0Yy03ZDJlLThmMDAtMDEyMzQ1Njc4OWFi",
        "MSAtLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLQ"
      })
  void anythingElseIsNoPlace(String cursor) {
    // Given a text that nobody wrote here

    // When, then
    assertThat(TimeCursor.parse(cursor)).isEmpty();
    assertThat(Cursors.readId(cursor)).isEmpty();
  }
}
