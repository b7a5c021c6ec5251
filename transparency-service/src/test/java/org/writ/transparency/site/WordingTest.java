package org.writ.transparency.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.transparency.report.Counts;
import org.writ.transparency.report.Period;
import org.writ.transparency.report.Report;

class WordingTest {

  private static final Period QUARTER = Period.parse("2026-Q3").orElseThrow();

  @Test
  void reportIsOneSentence() {
    assertThat(Wording.sentence(report(Report.Status.DRAFT, 4_328, 12_455, 2_640, 35), QUARTER))
        .isEqualTo(
            "In Q3 2026, authorities of 35 countries asked about 12,455 accounts in 4,328 requests;"
                + " data was disclosed for 61 % of the requests.");
  }

  @Test
  void runningReportSaysSo() {
    assertThat(Wording.sentence(report(Report.Status.RUNNING, 1, 1, 0, 1), QUARTER))
        .isEqualTo(
            "So far in Q3 2026, authorities of 1 country asked about 1 account in 1 request; data"
                + " was disclosed for 0 % of the requests.");
  }

  @Test
  void nothingReceivedIsNoPercentage() {
    assertThat(Wording.sentence(report(Report.Status.DRAFT, 0, 0, 0, 0), QUARTER))
        .isEqualTo("No request was received in Q3 2026.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0 %",
    "1, 1000, less than 1 %",
    "999, 1000, more than 99 %",
    "10, 10, 100 %",
    "1, 3, 33 %"
  })
  void shareIsNeverRoundedToNoneOrAll(long part, long whole, String share) {
    assertThat(Wording.share(part, whole)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"DE, Germany", "IN, India", "XX, XX", "'', ''", "??, ??"})
  void countryIsNamedIfItIsOne(String code, String name) {
    assertThat(Wording.country(code)).isEqualTo(name);
  }

  @Test
  void processIsReadable() {
    assertThat(Wording.process("COURT_ORDER")).isEqualTo("Court order");
  }

  @Test
  void periodIsWrittenInDays() {
    assertThat(Wording.days(QUARTER)).isEqualTo("1 Jul 2026 to 30 Sep 2026");
  }

  private static Report report(
      Report.Status status, long received, long accounts, long fulfilled, int countries) {
    Counts counts =
        new Counts(
            received, accounts, fulfilled, 0, received - fulfilled, 0, 0, 0, 0, fulfilled, 0, 0, 0);
    return new Report(
        "2026-Q3",
        status,
        Instant.EPOCH,
        Instant.EPOCH,
        new Report.Tree(0, ""),
        new Report.Suppression(Report.Suppression.Kind.NONE),
        counts,
        java.util.stream.IntStream.range(0, countries)
            .mapToObj(n -> new Report.Country("C" + n, counts))
            .toList(),
        List.of(),
        List.of(),
        Map.of());
  }
}
