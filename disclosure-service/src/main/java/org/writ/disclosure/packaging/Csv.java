package org.writ.disclosure.packaging;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.collect.Disclosed;

/**
 * Records as CSV (RFC 4180, UTF-8) with a header. User names and device names are chosen by users:
 * a spreadsheet would run one that starts like a formula, so such a value gets an apostrophe in
 * front, as a spreadsheet's users write it. A plus sign and digits alone, which every phone number
 * is, is no formula that could do anything and stays as it is. The JSON beside it has every value
 * unchanged.
 */
final class Csv {

  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]+");
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private Csv() {}

  static void write(DataType type, List<Disclosed> records, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    var printer =
        new CSVPrinter(
            writer,
            CSVFormat.RFC4180.builder().setHeader(type.fields().toArray(String[]::new)).get());
    for (Disclosed record : records) {
      printer.printRecord(record.values().stream().map(Csv::cell).toList());
    }
    printer.flush();
  }

  static String cell(Object value) {
    String text = value.toString();
    boolean formula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !PHONE_NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}
