package org.writ.transparency.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.transparency.facts.Outcome;
import org.writ.transparency.facts.Tally;
import org.writ.transparency.ledger.Hash;
import org.writ.transparency.ledger.TreeHead;

class ReportTest {

  private static final TreeHead HEAD = new TreeHead(12, new Hash(new byte[32]));

  private final Report report =
      Report.of(
          Period.parse("2026-Q3").orElseThrow(),
          List.of(
              new Tally("FR", "EMERGENCY", Outcome.FULFILLED, 2, 3, 2, 0, 1),
              new Tally("FR", "EMERGENCY", Outcome.REFUSED, 4, 4, 0, 3, 0),
              new Tally("DE", "COURT_ORDER", Outcome.FULFILLED, 5, 9, 8, 0, 0),
              new Tally("DE", "COURT_ORDER", Outcome.FULFILLED_IN_PART, 1, 4, 2, 0, 0),
              new Tally("DE", "SUBPOENA", Outcome.REFUSED, 3, 3, 0, 0, 0),
              new Tally("DE", "SUBPOENA", Outcome.PENDING, 1, 1, 0, 0, 0),
              new Tally("AT", "COURT_ORDER", Outcome.NO_DATA, 1, 1, 0, 0, 0),
              new Tally("AT", "COURT_ORDER", Outcome.WITHDRAWN, 1, 2, 0, 0, 0),
              new Tally("DE", "SUBPOENA", Outcome.PRESERVED, 2, 2, 0, 0, 0)),
          HEAD,
          Report.Status.DRAFT);

  @Test
  void totalsAreSumsOverAll() {
    assertThat(report.totals()).isEqualTo(new Counts(20, 29, 7, 1, 7, 1, 2, 1, 1, 12, 6, 3, 1));
  }

  @Test
  void receivedIsTheSumOfTheOutcomes() {
    for (Report.Country country : report.countries()) {
      Counts counts = country.counts();
      assertThat(counts.received())
          .isEqualTo(
              counts.fulfilled()
                  + counts.fulfilledInPart()
                  + counts.refused()
                  + counts.noData()
                  + counts.preserved()
                  + counts.withdrawn()
                  + counts.pending());
    }
  }

  @Test
  void countriesComeByRequestsThenByCode() {
    assertThat(report.countries()).map(Report.Country::country).containsExactly("DE", "FR", "AT");
    assertThat(report.processes())
        .map(Report.Process::process)
        .containsExactly("COURT_ORDER", "EMERGENCY", "SUBPOENA");
  }

  @Test
  void jsonHasTheNamesOfTheContract() throws Exception {
    JsonNode json = new ObjectMapper().registerModule(new JavaTimeModule()).valueToTree(report);

    assertThat(json.fieldNames())
        .toIterable()
        .contains("period", "status", "checkpoint", "suppression", "totals", "countries");
    assertThat(json.at("/status").asText()).isEqualTo("DRAFT");
    assertThat(json.at("/checkpoint/treeSize").asLong()).isEqualTo(12);
    assertThat(json.at("/checkpoint/rootHash").asText()).isEqualTo(HEAD.rootHash().base64());
    assertThat(json.at("/suppression/kind").asText()).isEqualTo("NONE");
    assertThat(json.at("/countries/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "country",
            "received",
            "accountsSpecified",
            "fulfilled",
            "fulfilledInPart",
            "refused",
            "noData",
            "preserved",
            "withdrawn",
            "pending",
            "accountsDisclosed",
            "emergencies",
            "emergencyCallBacksFailed",
            "emergencyOrdersOverdue");
    assertThat(json.at("/definitions").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            json.at("/totals").properties().stream().map(p -> p.getKey()).toList());
  }

  @Test
  void csvHasOneNumberARowAndNoSums() {
    List<String> lines = Csv.of(report).lines().toList();

    assertThat(lines.getFirst())
        .isEqualTo("period,status,treeSize,rootHash,country,process,measure,value");
    assertThat(lines).hasSize(1 + 4 * Measure.values().length);
    assertThat(lines)
        .contains(
            "2026-Q3,DRAFT,12,%s,DE,COURT_ORDER,received,6".formatted(HEAD.rootHash().base64()));
    assertThat(lines)
        .contains(
            "2026-Q3,DRAFT,12,%s,FR,EMERGENCY,emergencyCallBacksFailed,3"
                .formatted(HEAD.rootHash().base64()));
    assertThat(
            lines.stream()
                .filter(line -> line.contains(",received,"))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum())
        .isEqualTo(report.totals().received());
  }
}
