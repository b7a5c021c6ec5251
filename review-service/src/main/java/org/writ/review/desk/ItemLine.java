package org.writ.review.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.look.Words;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;

/**
 * An item as a case's page shows it: with the form, or with what was decided.
 *
 * @param f the frame
 * @param allowed what the policy allows
 * @param item what is asked
 * @param place in the request, from 0
 * @param choice what the form has
 * @param faults what is wrong with that
 * @param decided what was decided or is proposed; null before
 */
record ItemLine(
    Frame f,
    Allowed allowed,
    CaseView.Item item,
    int place,
    Choice choice,
    List<String> faults,
    CaseView.@Nullable DecidedItem decided) {

  /** A data type that was asked for. */
  record Type(String value, String label, boolean allowed, boolean chosen) {}

  /** As people count. */
  public int number() {
    return place + 1;
  }

  /** What names the account. */
  public String identifier() {
    return Optional.ofNullable(item.identifier().value()).orElseGet(() -> f.w().t("erased"));
  }

  /** The data types that were asked for. */
  public List<Type> types() {
    return item.dataTypes().stream()
        .map(
            type ->
                new Type(
                    type,
                    f.w().of("dataType", type),
                    allowed.dataTypes().contains(type),
                    choice.dataTypes().contains(type)))
        .toList();
  }

  /** The data types that were asked for, in words. */
  public String asked() {
    return words(item.dataTypes());
  }

  /** The grounds of a refusal. */
  public List<CaseDetail.Option> grounds() {
    return grounds(f.w(), allowed, choice.ground());
  }

  static List<CaseDetail.Option> grounds(Words words, Allowed allowed, String chosen) {
    return allowed.grounds().stream()
        .map(
            ground ->
                new CaseDetail.Option(ground, words.of("ground", ground), ground.equals(chosen)))
        .sorted(Comparator.comparing(CaseDetail.Option::label))
        .toList();
  }

  /** Whether something is wrong with it. */
  public boolean faulty() {
    return !faults.isEmpty();
  }

  /** What is wrong, in one paragraph. */
  public String fault() {
    return String.join(" ", faults);
  }

  /** Whether it was approved, or is proposed to be. */
  public boolean approved() {
    return decided != null && "APPROVED".equals(decided.outcome());
  }

  /** What is disclosed of it, in words. */
  public String granted() {
    return decided == null ? "" : words(decided.dataTypes());
  }

  /** Why it is refused, in words. */
  public String ground() {
    return decided == null || decided.ground() == null ? "" : f.w().of("ground", decided.ground());
  }

  private String words(List<String> types) {
    return types.stream().map(type -> f.w().of("dataType", type)).collect(Collectors.joining(", "));
  }
}
