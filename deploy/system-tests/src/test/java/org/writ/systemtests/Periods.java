package org.writ.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** The report that what is submitted now counts in. */
final class Periods {

  private Periods() {}

  /** The name of the running quarter, such as {@code 2026-Q4}. */
  static String quarter() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR);
  }

  /** The report of the running quarter; without members if nothing was ever counted. */
  static JsonNode running() {
    return RunningSystem.transparency().report(quarter()).require(200, 404).json();
  }
}
