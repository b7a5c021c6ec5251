package org.writ.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T14:05:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|21 Nov 2026, 14:05 UTC",
        "DE|21. Nov. 2026, 14:05 UTC",
        "FR|21 nov. 2026, 14:05 UTC",
        "HI|21 नव॰ 2026, 14:05 UTC"
      })
  void momentIsWrittenAsItsReadersDo(Language language, String expected) {
    assertThat(new Moments(WordsTest.words(language)).moment(NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T14:06:00Z,in 0 min",
    "2026-11-21T17:17:30Z,in 3 h 12 min",
    "2026-11-24T14:05:29Z,in 71 h 59 min",
    "2026-11-30T18:05:30Z,in 9 d 4 h",
    "2026-12-01T14:05:30Z,in 10 d",
    "2026-11-21T13:53:30Z,12 min ago"
  })
  void distanceIsSaidInItsTwoLargestUnits(Instant moment, String expected) {
    assertThat(new Moments(WordsTest.words(Language.EN)).relative(moment, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T14:05:30Z,2026-12-21T14:05:30Z,PLAIN",
    "2026-11-01T14:05:30Z,2026-12-11T14:05:30Z,PLAIN",
    "2026-11-01T14:05:30Z,2026-12-11T14:05:29Z,SOON",
    "2026-11-01T14:05:30Z,2026-11-26T14:05:30Z,SOON",
    "2026-11-01T14:05:30Z,2026-11-26T14:05:29Z,URGENT",
    "2026-11-01T14:05:30Z,2026-11-21T14:05:30Z,URGENT",
    "2026-11-01T14:05:30Z,2026-11-21T14:05:29Z,LATE"
  })
  void urgencyFollowsFromTheShareOfTimeThatIsLeft(Instant receivedAt, Instant dueAt, Due expected) {
    assertThat(Due.of(receivedAt, dueAt, NOW)).isEqualTo(expected);
  }
}
