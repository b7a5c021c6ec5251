package org.writ.transparency.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @ParameterizedTest
  @CsvSource({
    "0/000, false, 0, 0, 256",
    "0/x001/067, false, 0, 1067, 256",
    "3/x001/x234/067, false, 3, 1234067, 256",
    "0/x001/067.p/8, false, 0, 1067, 8",
    "63/999.p/255, false, 63, 999, 255",
    "entries/x001/000, true, 0, 1000, 256",
    "entries/000.p/1, true, 0, 0, 1",
  })
  void pathIsReadAndWrittenBack(String path, boolean entries, int level, long index, int width) {
    TilePath parsed = TilePath.parse(path).orElseThrow();

    assertThat(parsed).isEqualTo(new TilePath(entries, level, index, width));
    assertThat(parsed).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/",
        "0/0",
        "0/67",
        "0/1067",
        "00/000",
        "64/000",
        "-1/000",
        "x/000",
        "0/001/067",
        "0/x000/067",
        "0/x001/067/",
        "0/x001/67",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/08",
        "0/000.p/",
        "entries/",
        "entries/0",
        "data/000",
        "0/x001/x/067",
        "0/000/../001",
        "0/x999/x999/x999/x999/x999/x999/x999/999"
      })
  void anythingElseIsNoPath(String path) {
    assertThat(TilePath.parse(path)).isEmpty();
  }
}
