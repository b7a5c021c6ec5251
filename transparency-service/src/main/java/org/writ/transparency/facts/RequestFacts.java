package org.writ.transparency.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.events.disclosure.DisclosureOutcome;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;

/**
 * What is known of one request. The ledger orders events of one topic and subject, but not those of
 * different topics among each other: a decision can come before the submission that it is about. So
 * each part is filled by one topic, and the outcome is derived from the parts that are there.
 *
 * @param submission from {@code intake.requests}; null until it is in the ledger
 * @param decidedAt when the case was decided; null if it was not
 * @param delivery from {@code disclosure.deliveries}; null if nothing was collected yet
 * @param withdrawnAt when the agency took it back; null if it did not
 * @param callBack from {@code review.cases}: what the calls to the agency of an emergency came to;
 *     null if there was none
 * @param orderOverdue whether the order that has to follow an emergency did not come in time
 * @param items what was asked and what became of it, by item id
 */
public record RequestFacts(
    @Nullable Submission submission,
    @Nullable Instant decidedAt,
    @Nullable Delivery delivery,
    @Nullable Instant withdrawnAt,
    @Nullable CallBack callBack,
    boolean orderOverdue,
    Map<String, Item> items) {

  private static final String EMERGENCY = "EMERGENCY";

  /** Of a request that nothing is known of. */
  public static final RequestFacts NONE =
      new RequestFacts(null, null, null, null, null, false, Map.of());

  /**
   * What the request was, when it came.
   *
   * @param country ISO 3166-1 alpha-2, of the agency
   * @param process such as {@code COURT_ORDER}
   * @param regime such as {@code NATIONAL}
   * @param offenceCategory such as {@code FRAUD}
   * @param receivedAt when intake received it
   */
  public record Submission(
      String country, String process, String regime, String offenceCategory, Instant receivedAt) {}

  /**
   * What was collected.
   *
   * @param at when the package was ready, or when it was clear that there is none
   * @param accountsDisclosed number of different accounts in the package; 0 if there is none
   * @param fetched whether the agency fetched it
   * @param preserved whether it was put aside upon a preservation order instead of being packaged
   */
  public record Delivery(Instant at, int accountsDisclosed, boolean fetched, boolean preserved) {

    static Delivery of(Instant at, int accountsDisclosed) {
      return new Delivery(at, accountsDisclosed, false, false);
    }
  }

  /**
   * A period of time that data is asked or approved for.
   *
   * @param from inclusive; null: without beginning
   * @param to exclusive; null: without end
   */
  public record Span(@Nullable Instant from, @Nullable Instant to) {

    /** Whether nothing that the other one asks for lies outside, as far as it names bounds. */
    boolean covers(Span asked) {
      return (asked.from == null || from == null || !from.isAfter(asked.from))
          && (asked.to == null || to == null || !to.isBefore(asked.to));
    }
  }

  /**
   * Data types for a period.
   *
   * @param dataTypes in alphabetical order
   * @param span the period
   */
  public record Scope(Set<String> dataTypes, Span span) {

    /** Keeps its own, ordered copy. */
    public Scope {
      dataTypes = new TreeSet<>(dataTypes);
    }

    boolean covers(Scope asked) {
      return dataTypes.containsAll(asked.dataTypes) && span.covers(asked.span);
    }
  }

  /**
   * One account that is asked about.
   *
   * @param asked from the submission; null until it is in the ledger
   * @param approved from the decision; null if undecided or refused
   * @param disclosed whether data of it was made available
   */
  public record Item(@Nullable Scope asked, @Nullable Scope approved, boolean disclosed) {

    static final Item NONE = new Item(null, null, false);

    boolean isFulfilled() {
      return asked != null && approved != null && approved.covers(asked) && disclosed;
    }
  }

  /** Keeps its own, ordered copy of the items. */
  public RequestFacts {
    items = new TreeMap<>(items);
  }

  /** Number of accounts that the request names; one that it names twice counts twice. */
  public int accountsSpecified() {
    return (int) items.values().stream().filter(item -> item.asked() != null).count();
  }

  /** Number of different accounts of which data was made available. */
  public int accountsDisclosed() {
    return delivery == null ? 0 : delivery.accountsDisclosed();
  }

  /** Whether it is an emergency; false as long as its submission is not known. */
  public boolean isEmergency() {
    return submission != null && submission.process().equals(EMERGENCY);
  }

  /**
   * Whether it is an emergency that the agency did not confirm: it denied it, or nobody had been
   * reached when the case was decided.
   */
  public boolean callBackFailed() {
    return isEmergency()
        && (callBack == CallBack.DENIED || (callBack == CallBack.NOT_REACHED && decidedAt != null));
  }

  /** What became of it, as far as is known. */
  public Outcome outcome() {
    if (items.values().stream().anyMatch(Item::disclosed)) {
      return items.values().stream().allMatch(Item::isFulfilled)
          ? Outcome.FULFILLED
          : Outcome.FULFILLED_IN_PART;
    }
    if (withdrawnAt != null) {
      return Outcome.WITHDRAWN;
    }
    if (delivery != null) {
      return delivery.preserved() ? Outcome.PRESERVED : Outcome.NO_DATA;
    }
    boolean refused =
        decidedAt != null && items.values().stream().allMatch(item -> item.approved() == null);
    return refused ? Outcome.REFUSED : Outcome.PENDING;
  }

  /** When it came to that; null while it is pending. */
  public @Nullable Instant outcomeAt() {
    return switch (outcome()) {
      case FULFILLED, FULFILLED_IN_PART, NO_DATA, PRESERVED ->
          delivery == null ? null : delivery.at();
      case WITHDRAWN -> withdrawnAt;
      case REFUSED -> decidedAt;
      case PENDING -> null;
    };
  }

  RequestFacts submitted(RequestSubmitted event) {
    var asked = new TreeMap<>(items);
    for (RequestedItem item : event.getItems()) {
      Scope scope =
          new Scope(Set.copyOf(item.getDataTypes()), new Span(item.getFrom(), item.getTo()));
      Item known = items.getOrDefault(item.getItemId(), Item.NONE);
      asked.put(item.getItemId(), new Item(scope, known.approved(), known.disclosed()));
    }
    Submission came =
        new Submission(
            event.getCountry(),
            event.getProcess(),
            event.getRegime(),
            event.getOffenceCategory(),
            event.getReceivedAt());
    return new RequestFacts(came, decidedAt, delivery, withdrawnAt, callBack, orderOverdue, asked);
  }

  RequestFacts decided(CaseDecided event, Instant at) {
    var decided = new TreeMap<>(items);
    for (ItemDecision item : event.getItems()) {
      Item known = items.getOrDefault(item.getItemId(), Item.NONE);
      Scope approved =
          item.getOutcome() == ItemOutcome.APPROVED
              ? new Scope(Set.copyOf(item.getDataTypes()), new Span(item.getFrom(), item.getTo()))
              : null;
      decided.put(item.getItemId(), new Item(known.asked(), approved, known.disclosed()));
    }
    return new RequestFacts(submission, at, delivery, withdrawnAt, callBack, orderOverdue, decided);
  }

  /** Undecided again: a refusal that was appealed against stands no longer. */
  RequestFacts reopened() {
    var undecided = new TreeMap<>(items);
    undecided.replaceAll((_, item) -> new Item(item.asked(), null, item.disclosed()));
    return new RequestFacts(
        submission, null, delivery, withdrawnAt, callBack, orderOverdue, undecided);
  }

  RequestFacts prepared(PackagePrepared event, Instant at) {
    Set<String> disclosed =
        event.getItems().stream()
            .filter(item -> item.getOutcome() == DisclosureOutcome.DISCLOSED)
            .map(item -> item.getItemId())
            .collect(Collectors.toSet());
    return collected(at, event.getAccountsDisclosed(), disclosed);
  }

  RequestFacts nothingFound(NoDataFound event, Instant at) {
    List<String> found =
        event.getItems().stream()
            .filter(item -> item.getOutcome() == DisclosureOutcome.DISCLOSED)
            .map(item -> item.getItemId())
            .toList();
    if (!found.isEmpty()) {
      throw new IllegalArgumentException("NoDataFound says that items were disclosed: " + found);
    }
    return collected(at, 0, Set.of());
  }

  /** A copy was put aside; how long it is kept, and when it is deleted, changes no number. */
  RequestFacts preserved(Instant at) {
    return with(new Delivery(at, 0, false, true), items);
  }

  /** Nothing of what was to be preserved is held. */
  RequestFacts nothingPreserved(Instant at) {
    return with(Delivery.of(at, 0), items);
  }

  RequestFacts withdrawn(Instant at) {
    return new RequestFacts(submission, decidedAt, delivery, at, callBack, orderOverdue, items);
  }

  private RequestFacts collected(Instant at, int accountsDisclosed, Set<String> disclosed) {
    var collected = new TreeMap<>(items);
    for (String itemId : disclosed) {
      Item known = items.getOrDefault(itemId, Item.NONE);
      collected.put(itemId, new Item(known.asked(), known.approved(), true));
    }
    return with(Delivery.of(at, accountsDisclosed), collected);
  }

  RequestFacts fetched() {
    return delivery == null
        ? this
        : with(
            new Delivery(delivery.at(), delivery.accountsDisclosed(), true, delivery.preserved()),
            items);
  }

  /** What was prepared is deleted; if the agency had fetched it already, that changes nothing. */
  RequestFacts handedBack() {
    if (delivery == null || delivery.fetched()) {
      return this;
    }
    var kept = new TreeMap<>(items);
    kept.replaceAll((_, item) -> new Item(item.asked(), item.approved(), false));
    return with(null, kept);
  }

  /** A call that reached nobody says nothing against one that did. */
  RequestFacts called(CallBack outcome) {
    return outcome == CallBack.NOT_REACHED && callBack != null
        ? this
        : new RequestFacts(
            submission, decidedAt, delivery, withdrawnAt, outcome, orderOverdue, items);
  }

  RequestFacts overdue() {
    return new RequestFacts(submission, decidedAt, delivery, withdrawnAt, callBack, true, items);
  }

  private RequestFacts with(@Nullable Delivery collected, Map<String, Item> those) {
    return new RequestFacts(
        submission, decidedAt, collected, withdrawnAt, callBack, orderOverdue, those);
  }
}
