package org.writ.review.desk.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.review.desk.People;
import org.writ.review.jurisdiction.JurisdictionView;
import org.writ.review.jurisdiction.SafeguardsBody;
import org.writ.review.vocabulary.Vocabulary;

/**
 * A country as its page shows it.
 *
 * @param f the frame
 * @param reader opaque id of whoever looks
 * @param c the country
 * @param seen the state that a proposal is made for: the one that was seen when it was begun
 * @param form the proposal as it is typed
 * @param kept whether it is as it was typed and sent, and not what counts
 * @param faults what is wrong with it, by field
 * @param refusal why something was not done
 * @param done what was done just now: proposed, confirmed; empty: nothing
 */
record CountryDetail(
    Frame f,
    String reader,
    JurisdictionView c,
    long seen,
    SafeguardsForm form,
    boolean kept,
    Map<String, String> faults,
    Refusal refusal,
    String done) {

  /** One of the safeguards in words. */
  record Fact(String label, String value, boolean changed) {}

  /** A category of offences that can be ticked. */
  record Offence(String value, String label, boolean refused, boolean withoutDualCriminality) {}

  /** A proposal or confirmation. */
  record StepLine(String word, String actor, String moment, String reason) {}

  /** Its name. */
  public String name() {
    return Names.country(f.w(), c.country());
  }

  /** What counts. */
  public List<Fact> counting() {
    return facts(c.safeguards(), c.safeguards());
  }

  /** What is proposed, beside what counts; empty if nothing is. */
  public List<Fact> proposed() {
    return c.proposed() == null ? List.of() : facts(c.proposed(), c.safeguards());
  }

  private List<Fact> facts(SafeguardsBody safeguards, SafeguardsBody before) {
    return Stream.of(
            fact("escalation", yes(safeguards.escalation()), yes(before.escalation())),
            fact("refused", yes(safeguards.refused()), yes(before.refused())),
            fact(
                "refusedOffences",
                offences(safeguards.refusedOffences()),
                offences(before.refusedOffences())),
            fact(
                "withoutDualCriminality",
                offences(safeguards.withoutDualCriminality()),
                offences(before.withoutDualCriminality())),
            fact(
                "mostPeriodDays",
                limit(safeguards.mostPeriodDays()),
                limit(before.mostPeriodDays())),
            fact("mostItems", limit(safeguards.mostItems()), limit(before.mostItems())),
            fact("reason", safeguards.reason(), before.reason()))
        .toList();
  }

  private Fact fact(String name, String value, String before) {
    return new Fact(f.w().t("country." + name), value, !value.equals(before));
  }

  private String yes(boolean so) {
    return so ? f.w().t("yes") : f.w().t("no");
  }

  private String offences(List<String> categories) {
    return Names.list(f.w(), "category", categories);
  }

  private String limit(@Nullable Integer most) {
    return most == null ? f.w().t("country.asPolicy") : most.toString();
  }

  /** The categories that can be ticked. */
  public List<Offence> offences() {
    return Vocabulary.OFFENCE_CATEGORIES.stream()
        .map(
            category ->
                new Offence(
                    category,
                    f.w().of("category", category),
                    form.refusedOffences().contains(category),
                    form.withoutDualCriminality().contains(category)))
        .toList();
  }

  /** Every proposal and confirmation, in order. */
  public List<StepLine> history() {
    return c.history().stream()
        .map(
            step ->
                new StepLine(
                    step.edition() == null
                        ? f.w().t("country.step.proposed")
                        : f.w().t("country.step.confirmed", step.edition()),
                    People.actor(f.w(), reader, step.actor()),
                    f.moment(step.at()),
                    step.safeguards().reason()))
        .toList();
  }

  /** Who proposes. */
  public String proposer() {
    return People.name(f.w(), reader, c.proposedBy());
  }

  /** Whether it is the reader who proposes, so that somebody else has to confirm. */
  public boolean own() {
    return Objects.equals(c.proposedBy(), reader);
  }

  /** Whether the reader may confirm. */
  public boolean confirms() {
    return f.is("ops") || f.is("senior-reviewer");
  }

  /** What is wrong with a field; empty if nothing is. */
  public String faultOf(String field) {
    return faults.getOrDefault(field, "");
  }

  /** What is wrong, with the fields that it is about. */
  public List<Map.Entry<String, String>> faultList() {
    return faults.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  /** What a field is called. */
  public String label(String field) {
    return f.w().of("country", field);
  }

  /** Key of the words for what was done. */
  public String doneKey() {
    return "country.done." + done;
  }

  static String known(String done) {
    return Stream.of("proposed", "confirmed").filter(done::equals).findFirst().orElse("");
  }
}
