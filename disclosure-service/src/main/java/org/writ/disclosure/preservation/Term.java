package org.writ.disclosure.preservation;

import java.time.Duration;

/** For how long data is preserved at first, counted from the copy, and who says so. */
enum Term {
  /** "The obligation to preserve the data shall cease after 60 days" unless it is extended. */
  EU(Duration.ofDays(60), "Regulation (EU) 2023/1543, Article 11(1)"),
  /** "Shall be retained for a period of 90 days"; other nations' laws are treated alike. */
  NATIONAL(Duration.ofDays(90), "18 U.S.C. 2703(f)(2)");

  private static final String EU_E_EVIDENCE = "EU_E_EVIDENCE";

  private final Duration duration;
  private final String source;

  Term(Duration duration, String source) {
    this.duration = duration;
    this.source = source;
  }

  /** The term under a regime. */
  static Term under(String regime) {
    return regime.equals(EU_E_EVIDENCE) ? EU : NATIONAL;
  }

  Duration duration() {
    return duration;
  }

  /** Where it comes from. */
  String source() {
    return source;
  }
}
