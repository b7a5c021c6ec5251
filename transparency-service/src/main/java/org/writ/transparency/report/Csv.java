package org.writ.transparency.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A report as tidy CSV (RFC 4180): one number a row, by country, process and measure, each row with
 * the period and the checkpoint that it belongs to. There are no rows with sums: a sum over rows
 * gives them.
 */
final class Csv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "period", "status", "treeSize", "rootHash", "country", "process", "measure", "value")
          .get();

  private Csv() {}

  static String of(Report report) {
    try (StringWriter text = new StringWriter();
        CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (Report.Cell cell : report.cells()) {
        for (Measure measure : Measure.values()) {
          csv.printRecord(
              report.period(),
              report.status(),
              report.checkpoint().treeSize(),
              report.checkpoint().rootHash(),
              cell.country(),
              cell.process(),
              measure.key(),
              cell.counts().get(measure));
        }
      }
      csv.flush();
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
