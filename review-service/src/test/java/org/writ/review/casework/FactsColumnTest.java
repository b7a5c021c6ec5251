package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.events.review.FactUsed;

class FactsColumnTest {

  private final FactsColumn column = new FactsColumn(new ObjectMapper());

  @Test
  void whatIsWrittenIsReadWhateverTheEventSays() {
    // Given
    var facts =
        List.of(
            new FactUsed("validUntil", ""),
            new FactUsed("dataTypes", "IP_ADDRESS,CONTENT"),
            new FactUsed("of a later version", "\"quoted\", [nested]\nand \\ more"));

    // When
    String text = column.write(facts);

    // Then
    assertThat(column.reader().read(text)).isEqualTo(facts);
  }

  @Test
  void theTextIsTheSameInEveryReplay() {
    assertThat(
            column.write(List.of(new FactUsed("itemCount", "12"), new FactUsed("country", "DE"))))
        .isEqualTo("[[\"itemCount\",\"12\"],[\"country\",\"DE\"]]");
  }

  @Test
  void noFactsAreWhatRowsOfBeforeHave() {
    assertThat(column.write(List.of())).isEqualTo("[]");
    assertThat(column.reader().read("[]")).isEmpty();
  }
}
