package org.writ.intake.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.deadline.Deadline;
import org.writ.intake.document.DocumentKind;
import org.writ.intake.document.DocumentView;
import org.writ.intake.request.RequestView;
import org.writ.look.Words;
import org.writ.pages.DueTime;
import org.writ.pages.Frame;

/**
 * One request as its page shows it.
 *
 * @param f the frame
 * @param r the request
 * @param documents what was handed in with it
 * @param said what was typed and not accepted, and what is wrong with it
 * @param commands what can be done with the package outside the browser; null if there is none
 * @param news what happened a moment ago
 */
record RequestDetail(
    Frame f,
    RequestView r,
    List<DocumentView> documents,
    Said said,
    PackageCommands.@Nullable Commands commands,
    News news) {

  /** More than these are for machines to read. */
  private static final int ITEMS_SHOWN = 200;

  private static final String EMERGENCY = "EMERGENCY";

  private static final Set<RequestStatus> BEFORE_ANSWER =
      Set.of(
          RequestStatus.RECEIVED,
          RequestStatus.UNDER_REVIEW,
          RequestStatus.CLARIFICATION_REQUESTED,
          RequestStatus.APPROVED,
          RequestStatus.PARTLY_APPROVED);

  private static final Set<RequestStatus> WITH_PACKAGE =
      Set.of(RequestStatus.AVAILABLE, RequestStatus.DELIVERED);

  /** Extensions that the laws know. */
  private static final int EXTENSIONS = 1;

  /**
   * What somebody typed into one of the page's fields.
   *
   * @param field which; empty if none
   * @param text as it was typed
   * @param fault what is wrong with it; empty if nothing is
   */
  record Said(String field, String text, String fault) {

    static final Said NOTHING = new Said("", "", "");
  }

  /** What a page begins with, once. */
  enum News {
    NONE,
    RECEIVED,
    ACKNOWLEDGED
  }

  /** A command to copy, and what it is for. */
  record Command(String title, String text) {}

  /** A step of the stepper: its name, its style and the word for the style. */
  record Stage(String name, String style, String word, boolean current) {}

  /** An item with its outcome in words. */
  record Item(RequestView.ItemView item, String word, String style, String ground) {}

  /** A kind of document. */
  record Kind(String value, String label) {}

  /** The file number; a word for it once the request is erased. */
  public String reference() {
    return Optional.ofNullable(r.reference()).orElse(f.w().t("list.erased"));
  }

  /** Its status. */
  public State state() {
    return State.of(f.w(), r.status());
  }

  /** When it has to be answered; null once it is. */
  public @Nullable DueTime due() {
    return State.isAnswered(r.status()) ? null : DueTime.of(f, r.receivedAt(), r.dueAt());
  }

  /** How far it has come. */
  public List<Stage> stages() {
    return Stages.of(f.w(), r.status());
  }

  /** What was asked for, as far as it is shown. */
  public List<Item> items() {
    return r.items().stream().limit(ITEMS_SHOWN).map(this::item).toList();
  }

  /** Whether there are more items than are shown. */
  public boolean isCut() {
    return r.itemCount() > ITEMS_SHOWN;
  }

  /** How many items are shown at most. */
  public int shown() {
    return ITEMS_SHOWN;
  }

  /** The words for several data types. */
  public String dataTypes(List<String> types) {
    return String.join(", ", types.stream().map(type -> f.w().of("dataType", type)).toList());
  }

  /** Whether a question waits for an answer. */
  public boolean canAnswer() {
    return !r.frozen() && r.status() == RequestStatus.CLARIFICATION_REQUESTED;
  }

  /** Whether something may be added. */
  public boolean canSupplement() {
    return !r.frozen() && BEFORE_ANSWER.contains(r.status());
  }

  /** Whether it may be taken back. */
  public boolean canWithdraw() {
    return canSupplement() || (!r.frozen() && r.status() == RequestStatus.PRESERVED);
  }

  /** Whether the preservation may be extended. */
  public boolean canExtend() {
    return !r.frozen() && r.status() == RequestStatus.PRESERVED && r.extensions() < EXTENSIONS;
  }

  /** What the package's file is called; empty if there is none. */
  public String packageFile() {
    return Optional.ofNullable(r.delivery()).map(PackageCommands::fileName).orElse("");
  }

  /** Whether the package can be fetched. */
  public boolean canFetch() {
    var delivery = r.delivery();
    return !r.frozen()
        && delivery != null
        && WITH_PACKAGE.contains(r.status())
        && f.now().isBefore(delivery.expiresAt());
  }

  /** Whether it is yet to be said that the package arrived. */
  public boolean canAcknowledge() {
    return canFetch() && r.status() == RequestStatus.AVAILABLE;
  }

  /** Where the deadline comes from, in words if it is a rule of today. */
  public String deadlineRule() {
    return Deadline.ruleOf(r.deadlineRule())
        .map(rule -> f.w().of("rule", rule))
        .orElse(r.deadlineRule());
  }

  /** Whether documents may be handed in: the order of an emergency follows its answer. */
  public boolean canUpload() {
    return !r.frozen() && (canWithdraw() || r.process().equals(EMERGENCY));
  }

  /**
   * What a document may be, the likeliest first. What comes with an emergency is not the order that
   * has to follow it, unless somebody says so; after the answer nothing but that order is taken.
   */
  public List<Kind> kinds() {
    var kinds = new ArrayList<>(List.of(DocumentKind.values()));
    if (r.process().equals(EMERGENCY)) {
      kinds.sort(Comparator.comparing(kind -> kind != DocumentKind.SUPPLEMENT));
    }
    kinds.removeIf(kind -> !canWithdraw() && kind != DocumentKind.ORDER);
    return kinds.stream().map(kind -> new Kind(kind.name(), f.w().of("document", kind))).toList();
  }

  /** A ground in words. */
  private Item item(RequestView.ItemView item) {
    Words w = f.w();
    var outcome = item.outcome();
    String style =
        outcome == null
            ? "still"
            : switch (outcome) {
              case APPROVED, DISCLOSED -> "good";
              case REFUSED -> "bad";
              case NO_DATA, UNKNOWN -> "still";
            };
    String ground = item.ground();
    return new Item(
        item,
        w.of("result", outcome == null ? "PENDING" : outcome),
        style,
        ground == null ? "" : w.of("ground", ground));
  }
}
