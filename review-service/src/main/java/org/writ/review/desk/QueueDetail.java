package org.writ.review.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writ.pages.DueTime;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseQueue;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.EscalationStep;
import org.writ.review.casework.QueueView;
import org.writ.review.casework.Urgency;

/**
 * The queue as its page shows it.
 *
 * @param f the frame
 * @param n what it is cut down to
 * @param reviewer opaque id of whoever looks
 * @param sight the cases, how many each tab has, and the countries that can be chosen
 * @param first whether it begins with the first case
 * @param nothingFree whether a case was asked for and none is free
 */
record QueueDetail(
    Frame f,
    Narrowing n,
    String reviewer,
    CaseQueue.Sight sight,
    boolean first,
    boolean nothingFree) {

  /** As many are counted. */
  static final int MOST = 1_000;

  /** A tab with how many cases it has. */
  record TabLink(String key, String label, String count, String address, boolean current) {}

  /** A case in the queue. */
  record Line(
      QueueView.Entry entry,
      DueTime due,
      String status,
      String style,
      @Nullable EscalationMark escalation,
      String holder,
      boolean mine) {}

  /** Something to choose. */
  record Choice(String value, String label, boolean chosen) {}

  /** The tabs. */
  public List<TabLink> tabs() {
    return IntStream.range(0, Tab.values().length)
        .mapToObj(
            index -> {
              Tab tab = Tab.values()[index];
              int count = sight.counts().get(index);
              return new TabLink(
                  tab.key(),
                  f.w().t("queue.tab." + tab.key()),
                  count < MOST ? Integer.toString(count) : (MOST - 1) + "+",
                  n.address(tab),
                  tab == n.tab());
            })
        .toList();
  }

  /** The cases. */
  public List<Line> lines() {
    return sight.page().items().stream().map(this::line).toList();
  }

  private Line line(QueueView.Entry entry) {
    return new Line(
        entry,
        StoppedClock.due(f, entry.clockFrom(), entry.dueAt(), entry.clockStoppedAt()),
        f.w().of("case", entry.status()),
        style(entry.status()),
        EscalationMark.of(f.w(), entry.escalations()),
        People.name(f.w(), reviewer, entry.holder()),
        reviewer.equals(entry.holder()));
  }

  /** Shape and colour of a status, in the stylesheet. */
  static String style(CaseStatus status) {
    return switch (status) {
      case OPEN -> "still";
      case CLAIMED, CLARIFICATION_REQUESTED, AWAITING_SECOND_PERSON -> "part";
      case DECIDED -> "good";
      case WITHDRAWN -> "bad";
    };
  }

  /** Name of a country in the reader's language. */
  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(f.w().language().locale());
  }

  /** The countries, by name. */
  public List<Choice> countryChoices() {
    return sight.countries().stream()
        .map(code -> new Choice(code, country(code), code.equals(n.country())))
        .toList();
  }

  /** How urgent cases can be. */
  public List<Choice> urgencyChoices() {
    return Arrays.stream(Urgency.values())
        .map(
            urgency ->
                new Choice(urgency.name(), f.w().of("urgency", urgency), urgency == n.urgency()))
        .toList();
  }

  /** What cases can have come to. */
  public List<Choice> escalationChoices() {
    return Arrays.stream(EscalationStep.values())
        .map(step -> new Choice(step.name(), f.w().of("escalation", step), step == n.escalated()))
        .toList();
  }

  /** What the tab shows when it shows nothing. */
  public String emptyText() {
    return n.narrowed() ? f.w().t("queue.empty.narrowed") : f.w().t("queue.empty." + n.tab().key());
  }

  /** Where the next cases are; null on the last page. */
  public @Nullable String next() {
    return sight.page().nextCursor() == null
        ? null
        : n.address() + "&cursor=" + sight.page().nextCursor();
  }
}
