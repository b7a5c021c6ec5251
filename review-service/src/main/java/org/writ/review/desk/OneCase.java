package org.writ.review.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.PolicyReference;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseFigures;
import org.writ.review.casework.CaseFigures.Load;
import org.writ.review.casework.CaseItemList;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.Casework;
import org.writ.review.casework.DecisionReader;
import org.writ.review.casework.LargeDecisions;
import org.writ.review.casework.ProposedDecision;
import org.writ.review.casework.Supervising;
import org.writ.review.policy.PolicyRegister;
import org.writ.review.security.Reviewers;
import org.writ.web.security.Roles;

/** A case as whoever is signed in reads it, page by page of its items. */
@RequestScoped
class OneCase {

  private static final int AT_ONCE = 1_000;
  private static final String ONLY_SENIOR = "Only a senior reviewer re-opens a refused case.";

  private static final Duration KNOWN_FOR = Duration.ofDays(90);
  private static final int MOST_COLLEAGUES = 50;

  private final Casework casework;
  private final Supervising supervising;
  private final CaseFigures figures;
  private final PolicyRegister policies;
  private final Transactions transactions;
  private final LargeDecisions large;
  private final ObjectMapper json;
  private final Actor reviewer;

  OneCase(
      Casework casework,
      Supervising supervising,
      CaseFigures figures,
      PolicyRegister policies,
      Transactions transactions,
      LargeDecisions large,
      ObjectMapper json,
      Reviewers reviewers) {
    this.casework = casework;
    this.supervising = supervising;
    this.figures = figures;
    this.policies = policies;
    this.transactions = transactions;
    this.large = large;
    this.json = json;
    this.reviewer = reviewers.signedIn();
  }

  /** Who is signed in. */
  Actor reviewer() {
    return reviewer;
  }

  /** Reads the case, which is recorded. */
  CaseView read(String id) {
    return casework.read(id, reviewer);
  }

  /** Whether that is a senior reviewer. */
  boolean senior() {
    return reviewer.role().equals(Roles.SENIOR_REVIEWER);
  }

  /**
   * What a senior reviewer could do about the case.
   *
   * @param reason says in the reader's language why something is not possible
   */
  Supervision supervision(CaseView view, UnaryOperator<String> reason) {
    boolean assigns = senior() && CaseDetail.waits(view) && !view.frozen();
    boolean refused =
        view.status() == CaseStatus.DECIDED
            && view.decision() != null
            && view.decision().outcome().equals(CaseOutcome.REFUSED.name());
    return new Supervision(
        senior(), assigns, refused, refused ? whyNotReopened(view, reason) : null);
  }

  /** Whom the log knows to work on cases, who holds most first. */
  List<Load> colleagues() {
    return figures.workload(KNOWN_FOR, reviewer).stream().limit(MOST_COLLEAGUES).toList();
  }

  private @Nullable String whyNotReopened(CaseView view, UnaryOperator<String> reason) {
    if (!senior()) {
      return reason.apply(ONLY_SENIOR);
    }
    try {
      supervising.foreseeReopening(view.id(), reviewer);
      return null;
    } catch (CaseConflict conflict) {
      return reason.apply(String.valueOf(conflict.getMessage()));
    }
  }

  /** What the policy that the case is decided under allows. */
  Allowed allowed(CaseView view) {
    var receivedAt = view.facts().receivedAt();
    var analysedUnder = new PolicyReference(view.policy().id(), view.policy().digest());
    return Allowed.by(
        transactions
            .call(policies::current)
            .forDecision(analysedUnder, view.facts().regime(), view.country(), receivedAt),
        view.process(),
        receivedAt);
  }

  /** A page of its items. */
  ItemPage page(CaseView view, int position) {
    if (position + ItemPage.SIZE <= view.items().size() || view.itemCount() <= CaseView.ITEMS) {
      return ItemPage.of(view, position);
    }
    CaseItemList list = casework.readItems(view.id(), position, ItemPage.SIZE, reviewer);
    return new ItemPage(position, list.items(), list.findings(), list.decided());
  }

  /** Everything that the decision is about. */
  record Whole(List<CaseView.Item> items, List<Choice> starts) {}

  /** All items, with where the form starts from. */
  Whole whole(CaseView view) {
    var items = new ArrayList<CaseView.Item>(view.items());
    var findings = new ArrayList<CaseView.Finding>(view.findings());
    for (int from = items.size(); from < view.itemCount(); from = items.size()) {
      CaseItemList list = casework.readItems(view.id(), from, AT_ONCE, reviewer);
      items.addAll(list.items());
      findings.addAll(list.findings());
    }
    return new Whole(List.copyOf(items), starts(view, items, findings));
  }

  /** Where the form starts from, of the items of a page. */
  List<Choice> starts(CaseView view, ItemPage page) {
    return starts(
        view,
        page.items(),
        Stream.concat(
                view.findings().stream().filter(finding -> finding.itemId() == null),
                page.findings().stream())
            .toList());
  }

  private List<Choice> starts(
      CaseView view, List<CaseView.Item> items, List<CaseView.Finding> findings) {
    var allowed = allowed(view);
    var blocking = new Blocking(findings);
    return items.stream().map(item -> Choice.start(item, blocking, allowed)).toList();
  }

  /** The decision that a form asks for, read as the API reads it. */
  ProposedDecision proposed(CaseView view, Whole whole, DecisionForm form) {
    return read(body(view, whole, form));
  }

  /** The same, where it is carried out: of those of very many items only a few are at a time. */
  <T> T takeIn(
      CaseView view, Whole whole, DecisionForm form, Function<ProposedDecision, T> command) {
    byte[] body = body(view, whole, form);
    return large.takeIn((long) body.length, () -> command.apply(read(body)));
  }

  private ProposedDecision read(byte[] body) {
    return DecisionReader.read(
        json, new ByteArrayInputStream(body), large.bounds((long) body.length));
  }

  /** The body of the decision that a form asks for, as the API takes it. */
  byte[] body(CaseView view, Whole whole, DecisionForm form) {
    return form.body(whole.items(), whole.starts(), allowed(view))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
