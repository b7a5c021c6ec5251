package org.writ.intake.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.intake.refusal.RefusalReport;
import org.writ.pages.Frame;

/**
 * Why requests were refused, as the page shows it.
 *
 * @param f the frame
 * @param days that it is about, as they were chosen
 * @param report null: the days are none
 */
record RefusalsDetail(Frame f, DaySpan days, @Nullable RefusalReport report) {

  /**
   * A ground under one law.
   *
   * @param ground in words
   * @param law in words
   * @param remedy what would make the request succeed
   */
  record Line(String ground, String law, String remedy, int requests, int items) {}

  /** What is wrong with the first day; empty if nothing is. */
  public String faultOfFrom() {
    return said(days.faultOfFrom());
  }

  /** What is wrong with the last day; empty if nothing is. */
  public String faultOfTo() {
    return said(days.faultOfTo());
  }

  private String said(String key) {
    return key.isEmpty() ? "" : f.w().t(key);
  }

  /** The days, in words. */
  public String period() {
    return report == null ? "" : f.period(report.from(), report.to());
  }

  /** The grounds. */
  public List<Line> lines() {
    return report == null ? List.of() : report.causes().stream().map(this::line).toList();
  }

  private Line line(RefusalReport.Cause cause) {
    return new Line(
        Optional.ofNullable(cause.wording()).orElse(cause.ground()),
        f.w().of("regime", cause.regime()),
        Optional.ofNullable(cause.remedy()).orElseGet(() -> f.w().t("refusals.remedy.none")),
        cause.requests(),
        cause.items());
  }
}
