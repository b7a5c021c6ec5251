package org.writ.review.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.look.Moments;
import org.writ.look.Words;
import org.writ.pages.DueTime;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.CaseView;
import org.writ.review.policy.LegalBasis;

/**
 * A case as its page shows it.
 *
 * @param f the frame
 * @param c the case
 * @param seen the state of it that the forms are for: an earlier one, if typing began with that
 * @param reviewer opaque id of whoever looks
 * @param supervision what they could do if they are a senior reviewer
 * @param review id of the second review that the case is looked at for; null: for its own sake
 * @param allowed what the policy allows
 * @param page the items that are shown
 * @param starts where the form starts from, of these items
 * @param form what was typed about the decision
 * @param faults what is wrong with it, by item id
 * @param said what was typed into a smaller form
 * @param notice why a change did not go through; empty: none was tried
 * @param chosen id of the document to show; null: the first that can be shown
 * @param news what has just been done
 */
record CaseDetail(
    Frame f,
    CaseView c,
    long seen,
    String reviewer,
    Supervision supervision,
    @Nullable String review,
    Allowed allowed,
    ItemPage page,
    List<Choice> starts,
    DecisionForm form,
    Map<String, List<String>> faults,
    Said said,
    String notice,
    @Nullable String chosen,
    News news) {

  /** Something to choose. */
  record Option(String value, String label, boolean chosen) {}

  /** What happened to the case. */
  record Step(String word, String actor, String moment, String relative) {}

  /** A page of the items. */
  record PageLink(int position, int number, boolean current) {}

  private Words w() {
    return f.w();
  }

  /** The agency's file number, or what is left where it is erased. */
  public String title() {
    return Optional.ofNullable(c.facts().reference()).orElseGet(() -> w().t("case.erased.title"));
  }

  /** Shape and colour of the status. */
  public String style() {
    return QueueDetail.style(c.status());
  }

  /** When it is due; null once it is decided or withdrawn. */
  public @Nullable DueTime due() {
    return waits() ? StoppedClock.due(f, c.clockFrom(), c.dueAt(), c.clockStoppedAt()) : null;
  }

  private boolean waits() {
    return waits(c);
  }

  /** Whether a case waits for a decision. */
  static boolean waits(CaseView view) {
    return view.status() != CaseStatus.DECIDED && view.status() != CaseStatus.WITHDRAWN;
  }

  /** Whether somebody holds a case and can decide it now. */
  static boolean isWorkable(CaseView view, String reviewer) {
    return reviewer.equals(view.holder())
        && waits(view)
        && !view.frozen()
        && view.proposal() == null;
  }

  /** How near its due time has come, as it was told last; null if nothing was, or it is done. */
  public @Nullable EscalationMark escalation() {
    return waits() ? EscalationMark.of(w(), c.escalations()) : null;
  }

  /** Name of the agency's country. */
  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(w().language().locale());
  }

  /** Whether whoever looks holds it. */
  public boolean mine() {
    return reviewer.equals(c.holder());
  }

  /** Who holds it; empty if nobody does. */
  public String holder() {
    return People.name(w(), reviewer, c.holder());
  }

  /** Whether it can be taken. */
  public boolean canClaim() {
    return waits() && !c.frozen() && c.holder() == null && !proposedByReader();
  }

  /**
   * Whether it is decided a second time, by somebody who must not know how it was decided: nothing
   * on the page may lead to that.
   */
  public boolean blind() {
    return review != null;
  }

  /** Where everything on the page leads that is about the case. */
  public String address() {
    return (review == null ? CasePage.address(c.id()) : ReviewPage.address(review)).toString();
  }

  /** Whether it can be decided. */
  public boolean canDecide() {
    return blind() || workable();
  }

  private boolean workable() {
    return isWorkable(c, reviewer);
  }

  /** Whether the agency can be asked. */
  public boolean canAsk() {
    return workable() && c.status() != CaseStatus.CLARIFICATION_REQUESTED && !c.erased();
  }

  /** Whether the agency of an emergency can be called. */
  public boolean canCall() {
    return workable() && c.emergency() != null && c.callBackPhone() != null;
  }

  /** Whether whoever looks can be the second person. */
  public boolean canSecond() {
    return waits()
        && !c.frozen()
        && c.proposal() != null
        && !proposedByReader()
        && (c.holder() == null || mine());
  }

  /** Whether there is a form on the page that somebody types into. */
  public boolean canType() {
    return canDecide() || canSecond() || (supervision.appealable() && supervision.whyNot() == null);
  }

  /** Whether the decision of whoever looks waits for somebody else. */
  public boolean proposedByReader() {
    return c.proposal() != null && c.proposal().proposedBy().equals(reviewer);
  }

  /** Who is meant by an opaque id. */
  public String person(@Nullable String id) {
    return People.name(w(), reviewer, id);
  }

  /** What the policy found, what blocks first. */
  public List<FindingLine> findings() {
    var found = new ArrayList<CaseView.Finding>();
    c.findings().stream().filter(finding -> finding.itemId() == null).forEach(found::add);
    Set<String> shown =
        page.items().stream().map(CaseView.Item::itemId).collect(Collectors.toUnmodifiableSet());
    page.findings().stream()
        .filter(finding -> shown.contains(finding.itemId()))
        .forEach(found::add);
    return FindingLine.of(f, found, page);
  }

  /**
   * A rule whose blocking findings can be overridden.
   *
   * @param number from 1
   * @param sentence of its first finding
   * @param reason that was typed
   */
  record Overridable(int number, String rule, String sentence, String reason) {}

  /** What whoever looks can override: the rules that block something on this page. */
  public List<Overridable> overridable() {
    if (!supervision.senior() || !canDecide()) {
      return List.of();
    }
    var byRule = new LinkedHashMap<String, Overridable>();
    for (FindingLine line : findings()) {
      CaseView.Finding finding = line.finding();
      if (line.blocks() && !byRule.containsKey(finding.rule())) {
        byRule.put(
            finding.rule(),
            new Overridable(
                byRule.size() + 1,
                finding.rule(),
                finding.sentence(),
                form.reason(finding.rule())));
      }
    }
    return List.copyOf(byRule.values());
  }

  /** Whether something is overridden. */
  public boolean overrides() {
    return !form.overrides().isEmpty();
  }

  /** The items of this page. */
  public List<ItemLine> items() {
    var lines = new ArrayList<ItemLine>();
    for (int i = 0; i < page.items().size(); i++) {
      CaseView.Item item = page.items().get(i);
      lines.add(
          new ItemLine(
              f,
              allowed,
              item,
              page.position() + i,
              form.choice(item, starts.get(i)),
              faults.getOrDefault(item.itemId(), List.of()),
              page.decided() == null ? null : page.decided().get(i)));
    }
    return List.copyOf(lines);
  }

  /** The other pages of items; empty if all fit on one. */
  public List<PageLink> pages() {
    if (c.itemCount() <= ItemPage.SIZE) {
      return List.of();
    }
    var pages = new ArrayList<PageLink>();
    for (int place = 0; place < c.itemCount(); place += ItemPage.SIZE) {
      boolean current = place == page.position();
      boolean near = Math.abs(place - page.position()) <= 3 * ItemPage.SIZE;
      boolean end = place == 0 || place + ItemPage.SIZE >= c.itemCount();
      if (near || end) {
        pages.add(new PageLink(place, place / ItemPage.SIZE + 1, current));
      }
    }
    return List.copyOf(pages);
  }

  /** What was typed about items and rules that this page does not show. */
  public List<DecisionForm.Hidden> hidden() {
    return form.hidden(
        Stream.concat(
                page.items().stream().map(CaseView.Item::itemId),
                overridable().stream().map(Overridable::rule))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What was noted about the whole case. */
  public String note() {
    return form.note();
  }

  /** Sentences about what is wrong and belongs to no item that is shown. */
  public List<String> otherFaults() {
    Set<String> shown =
        page.items().stream().map(CaseView.Item::itemId).collect(Collectors.toUnmodifiableSet());
    return faults.entrySet().stream()
        .filter(entry -> !shown.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .distinct()
        .toList();
  }

  /** Whether something is wrong with the decision. */
  public boolean faulty() {
    return !faults.isEmpty();
  }

  /** The grounds of a refusal. */
  public List<Option> grounds() {
    return ItemLine.grounds(w(), allowed, form.refuseAll());
  }

  /** The documents with how they can be looked at. */
  public List<DocumentLine> documents() {
    return c.documents().stream().map(document -> DocumentLine.of(f, address(), document)).toList();
  }

  /** The document that is shown; null if none can be. */
  public @Nullable DocumentLine shown() {
    List<DocumentLine> visible = documents().stream().filter(DocumentLine::visible).toList();
    return visible.stream()
        .filter(line -> line.id().equals(chosen))
        .findFirst()
        .or(() -> visible.stream().filter(DocumentLine::order).findFirst())
        .or(() -> visible.stream().findFirst())
        .orElse(null);
  }

  /** Whether a document is the one that is shown. */
  public boolean isShown(String id) {
    DocumentLine line = shown();
    return line != null && line.id().equals(id);
  }

  /** Key of the sentence about what has just been done. */
  public String newsKey() {
    return "news." + news.key();
  }

  /** What a call to the agency can come to. */
  public List<Option> callOutcomes() {
    return Stream.of("CONFIRMED", "DENIED", "NOT_REACHED")
        .map(outcome -> new Option(outcome, w().of("call", outcome), false))
        .toList();
  }

  /** Shape and colour of the outcome. */
  public String outcomeStyle() {
    return c.decision() == null ? "still" : Summary.style(c.decision().outcome());
  }

  /** A day as it is written. */
  public String day(LocalDate day) {
    return new Moments(w()).day(day);
  }

  /** How soon the policy has such an order answered; null if it does not know its process. */
  public @Nullable String answerWithin() {
    LegalBasis basis = allowed.basis();
    return basis == null
        ? null
        : w().t("facts.answer.within", new Moments(w()).length(basis.answerWithin()));
  }

  /** Enough of the policy's digest to tell it from another. */
  public String shortDigest() {
    return c.policy().digest().substring(0, 12);
  }

  /** What happened, newest last. */
  public List<Step> timeline() {
    return c.timeline().stream()
        .map(
            step ->
                new Step(
                    w().of("event", step.type()),
                    People.actor(w(), reviewer, step.actor()),
                    f.moment(step.at()),
                    f.relative(step.at())))
        .toList();
  }

  /** What is known about an emergency beside what the agency says. */
  public List<EmergencyLine> emergency() {
    return c.emergency() == null ? List.of() : EmergencyLine.of(f, c.emergency());
  }
}
