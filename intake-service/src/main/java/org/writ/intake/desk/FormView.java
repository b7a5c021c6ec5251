package org.writ.intake.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.writ.intake.request.Identifier;
import org.writ.intake.request.Submission;
import org.writ.look.Words;
import org.writ.pages.Days;
import org.writ.pages.Frame;
import org.writ.web.problem.Fault;

/**
 * The form of a new request as its template shows it.
 *
 * @param f the frame
 * @param step which step is shown
 * @param typed what was typed so far
 * @param faults what is wrong, by field, as far as it is to be shown
 * @param key the idempotency key of this form, so that it is accepted once
 * @param country the agency's country
 */
record FormView(
    Frame f, Step step, Typed typed, Map<String, String> faults, String key, String country) {

  /** HI-1 has messages that do not say it; an officer always can. */
  private static final String UNSPECIFIED = "UNSPECIFIED";

  /** An entry of a list to choose from. */
  record Choice(String value, String label) {}

  /** A fault in the summary: which field it is at, what it is called, what is wrong. */
  record Wrong(String id, String label, String sentence) {}

  /** An account in the form. */
  record Account(int index) {

    /** As people count. */
    public int number() {
      return index + 1;
    }

    /** Name of one of its fields. */
    public String field(String name) {
      return "/items/" + index + "/" + name;
    }
  }

  static FormView of(
      Frame frame, Step step, Typed typed, List<Fault> faults, String key, String country) {
    var shown = new LinkedHashMap<String, String>();
    for (Fault fault : faults) {
      shown.putIfAbsent(typed.fieldOf(fault.pointer()), FaultWords.say(frame.w(), fault));
    }
    return new FormView(frame, step, typed, shown, key, country);
  }

  /** What was typed into a field. */
  public String value(String name) {
    return typed.value(name);
  }

  /** Whether a value is chosen or ticked. */
  public boolean has(String name, String value) {
    return typed.has(name, value);
  }

  /** Id of a field's element. */
  public String id(String name) {
    return "f" + name.replace('/', '-');
  }

  /** What is wrong with a field; empty if nothing is. */
  public String fault(String name) {
    return faults.getOrDefault(name, "");
  }

  /** Everything that is wrong. */
  public List<Wrong> wrong() {
    return faults.entrySet().stream()
        .map(fault -> new Wrong(id(fault.getKey()), label(fault.getKey()), fault.getValue()))
        .toList();
  }

  /** What this step does not show. */
  public List<Typed.Hidden> hidden() {
    return typed.outside(step);
  }

  /** All steps, in order. */
  public List<Step> steps() {
    return List.of(Step.values());
  }

  /** The accounts that there is room for. */
  public List<Account> accounts() {
    return IntStream.range(0, typed.accounts()).mapToObj(Account::new).toList();
  }

  /** Whether there may be one account more. */
  public boolean roomForMore() {
    return typed.accounts() < Typed.MAX_ACCOUNTS;
  }

  /** Most accounts of a form. */
  public int most() {
    return Typed.MAX_ACCOUNTS;
  }

  public List<Choice> processes() {
    return choices("process", Submission.Process.values());
  }

  public List<Choice> regimes() {
    return choices("regime", Submission.Regime.values());
  }

  public List<Choice> authorities() {
    return choices("authority", Submission.AuthorityType.values());
  }

  public List<Choice> categories() {
    return choices("category", Submission.OffenceCategory.values());
  }

  public List<Choice> identifiers() {
    return choices("identifier", Identifier.Type.values());
  }

  public List<Choice> dataTypes() {
    return choices("dataType", Submission.DataType.values());
  }

  /** Whether the platform discloses such data at all. */
  public boolean never(String dataType) {
    return dataType.equals(Submission.DataType.CONTENT.name())
        || dataType.equals(Submission.DataType.TRAFFIC.name());
  }

  /** The countries by their names, the agency's own first. */
  public List<Choice> countries() {
    var locale = f.w().language().locale();
    Comparator<Choice> ownFirst = Comparator.comparing(choice -> !choice.value().equals(country));
    return IntStream.rangeClosed(0, Locale.getISOCountries().length)
        .mapToObj(index -> index == 0 ? country : Locale.getISOCountries()[index - 1])
        .distinct()
        .map(code -> new Choice(code, name(code, locale)))
        .sorted(ownFirst.thenComparing(Choice::label, java.text.Collator.getInstance(locale)))
        .toList();
  }

  /** A chosen value in words, for the summary. */
  public String said(String vocabulary, String name) {
    String value = value(name);
    return value.isEmpty() ? f.w().t("confirm.none") : f.w().of(vocabulary, value);
  }

  /** A typed value for the summary. */
  public String typedOrNone(String name) {
    return value(name).isBlank() ? f.w().t("confirm.none") : value(name);
  }

  /** A typed day for the summary; as it was typed if it is none. */
  public String daySaid(String name) {
    return value(name).isBlank() ? f.w().t("confirm.none") : Days.of(f.w(), value(name));
  }

  /** Whether the user is not to be told yet. */
  public boolean asksForDelay() {
    return !value("/userNotice/delayUntil").isBlank() || !value("/userNotice/reason").isBlank();
  }

  /** The country that issued the order. */
  public String countrySaid() {
    return name(value("/issuingAuthority/country"), f.w().language().locale());
  }

  /** What is asked for about an account. */
  public String dataTypesSaid(Account account) {
    return String.join(
        ", ",
        typed.all(account.field("dataTypes")).stream()
            .map(type -> f.w().of("dataType", type))
            .toList());
  }

  /** The period that is asked about. */
  public String periodSaid(Account account) {
    Words w = f.w();
    String from = value(account.field("from"));
    String to = value(account.field("to"));
    return w.t(
        "confirm.period",
        from.isBlank() ? w.t("confirm.start") : Days.of(w, from),
        to.isBlank() ? w.t("confirm.end") : Days.of(w, to));
  }

  private List<Choice> choices(String vocabulary, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(Enum::name)
        .filter(value -> !value.equals(UNSPECIFIED))
        .map(value -> new Choice(value, f.w().of(vocabulary, value)))
        .toList();
  }

  private static String name(String code, Locale locale) {
    String name = Locale.of("", code).getDisplayCountry(locale);
    return name.isEmpty() ? code : name;
  }

  private String label(String field) {
    Words w = f.w();
    if (field.startsWith("/items/")) {
      String[] parts = field.split("/", 4);
      String account = w.t("form.account", Integer.parseInt(parts[2]) + 1);
      return account + ", " + w.t(FieldLabels.account(parts[3]));
    }
    return w.t(FieldLabels.of(field));
  }
}
