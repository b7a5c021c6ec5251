package org.writ.review.desk;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import org.writ.pages.Visit;

/** What can be done with a decision before it is sent: turn pages, start again, refuse all. */
@RequestScoped
class Drafting {

  private static final String ALL_GROUND = "allGround";
  private static final int OK = 200;

  private final OneCase one;
  private final Visit visit;

  Drafting(OneCase one, Visit visit) {
    this.one = one;
    this.visit = visit;
  }

  /**
   * The decision as it is shown again.
   *
   * @param status of the answer
   * @param faults what is wrong with it, by item id
   * @param said what is wrong with a single field
   */
  record Draft(int status, Sent sent, Map<String, List<String>> faults, Said said) {

    static Draft sound(Sent sent) {
      return new Draft(OK, sent, Map.of(), Said.NOTHING);
    }

    static Draft faulty(Sent sent, Map<String, List<String>> faults) {
      return new Draft(CaseScreen.UNPROCESSABLE, sent, faults, Said.NOTHING);
    }
  }

  /**
   * Does what a button asks for.
   *
   * @param go value of the button; of none of these the form is shown as it was sent
   * @param fields of the form
   */
  Draft step(Sent sent, String go, Map<String, List<String>> fields) {
    String[] parts = go.split(":", 2);
    return switch (parts[0]) {
      case "page" -> Draft.sound(turned(sent, parts[parts.length - 1]));
      case "refuse" -> refusingAll(sent, DecisionForm.first(fields, ALL_GROUND));
      case "start" -> Draft.sound(sent.with(DecisionForm.blank(), sent.position()));
      default -> Draft.sound(sent);
    };
  }

  private Sent turned(Sent sent, String to) {
    var page = one.page(sent.view(), sent.position());
    var form = sent.form().withoutUnchanged(page.items(), one.starts(sent.view(), page));
    return sent.with(form, ItemPage.position(to, sent.view().itemCount()));
  }

  /** Nothing that was typed is given up for a refusal that lacks its ground. */
  private Draft refusingAll(Sent sent, String ground) {
    if (one.allowed(sent.view()).grounds().contains(ground)) {
      return Draft.sound(sent.with(sent.form().refusingAll(ground), sent.position()));
    }
    String fault = visit.words().t("fault.ground");
    return new Draft(
        CaseScreen.UNPROCESSABLE,
        sent,
        Map.of("", List.of(fault)),
        new Said(ALL_GROUND, "", fault));
  }

  /** With what is wrong, on the page that was sent, if something is wrong there. */
  static Draft faulty(Sent sent, Map<String, List<String>> faults, OneCase.Whole whole) {
    return Draft.faulty(sent.with(sent.form(), at(faults, whole, sent)), faults);
  }

  private static int at(Map<String, List<String>> faults, OneCase.Whole whole, Sent sent) {
    var items = whole.items();
    int end = Math.min(sent.position() + ItemPage.SIZE, items.size());
    if (items.subList(sent.position(), end).stream()
        .anyMatch(item -> faults.containsKey(item.itemId()))) {
      return sent.position();
    }
    for (int i = 0; i < items.size(); i++) {
      if (faults.containsKey(items.get(i).itemId())) {
        return i / ItemPage.SIZE * ItemPage.SIZE;
      }
    }
    return sent.position();
  }
}
