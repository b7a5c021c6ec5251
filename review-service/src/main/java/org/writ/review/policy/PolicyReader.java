package org.writ.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Severity;
import org.writ.review.vocabulary.Vocabulary;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;

/**
 * Reads what a policy's document says.
 *
 * <pre>
 *   id: 2024-09-valid-orders          letters, digits, dots and hyphens
 *   effectiveFrom: 2024-09-23         first day, in UTC; in the years 2000 to 2999, as the last
 *   effectiveUntil: 2026-11-21        last day; may be absent: until a later one begins
 *   governs:                          the requests that are judged under it
 *     - {regime: NATIONAL}            of every country that no other policy names
 *     - {regime: MLAT, countries: [US]}
 *   heldFor: P12M                     how far back data is held (ISO 8601); no period is longer
 *                                     than a hundred years
 *   legalBases:                       at most one per process; see {@link LegalBasisReader}
 *   offences:                         those that violate the terms of service, and which clause
 *     - {category: FRAUD, clause: …}
 *   breadth:                          from where on a request is read narrowly
 *     {mostPeriod: P12M, mostItems: 50, citation: …}
 *   userNotice:                       when the user is told
 *     {rule: …, delayAtMost: P12M, citation: …}
 *   grounds:                          grounds for refusal
 *     NO_SUSPECT: {wording: …, citation: …, remedy: …}
 *   rules:                            at least one, and at most as many as {@link PolicyBounds}
 *                                     says; see {@link RuleReader}
 * </pre>
 */
final class PolicyReader {

  private static final int MOST_SECTIONS = 100;

  // What lies farther off is a slip, and more than the database and sums of days can hold.
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
  private static final int MOST_MONTHS = 1_200;

  /** The days of a hundred years, and some. */
  static final int MOST_DAYS = 36_600;

  /** What is wrong with a time that is longer. */
  static final String TOO_LONG = "must be at most a hundred years";

  private final JsonNode root;
  private final Members members;
  private final PolicyBounds bounds;
  private final Faults faults;

  private PolicyReader(JsonNode root, Members members, PolicyBounds bounds, Faults faults) {
    this.root = root;
    this.members = members;
    this.bounds = bounds;
    this.faults = faults;
  }

  /** The policy; empty, with faults noted by their JSON pointers, if there are any. */
  static Optional<Policy> read(JsonNode root, String digest, PolicyBounds bounds, Faults faults) {
    Members members = Members.of(root, "", faults);
    return members == null
        ? Optional.empty()
        : new PolicyReader(root, members, bounds, faults).read(digest);
  }

  private Optional<Policy> read(String digest) {
    String id = id();
    LocalDate effectiveFrom = inReach("effectiveFrom", members.date("effectiveFrom"));
    LocalDate effectiveUntil = effectiveUntil(effectiveFrom);
    List<Governed> governs = each("governs", MOST_SECTIONS, this::governed);
    Period heldFor = period(members, "heldFor");
    List<LegalBasis> bases =
        each("legalBases", MOST_SECTIONS, basis -> new LegalBasisReader(basis, faults).read());
    refuseSecondBases(bases);
    Map<String, String> offences = offences();
    Breadth breadth = breadth();
    UserNotice notice = userNotice();
    Map<String, Ground> grounds = grounds();
    List<Rule> rules = rules(grounds.keySet());
    refuseTooManyItemRules(rules);
    refuseUnsaidTwoPersons(bases, rules);
    members.refuseOthers();
    if (!faults.none()
        || id == null
        || effectiveFrom == null
        || heldFor == null
        || breadth == null
        || notice == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            id,
            digest,
            effectiveFrom,
            effectiveUntil,
            governs,
            heldFor,
            bases,
            offences,
            breadth,
            notice,
            grounds,
            rules));
  }

  private @Nullable String id() {
    String id = members.text("id", PolicyDocument.NAME);
    if (id != null && !id.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      members.fault("id", "must consist of letters, digits, dots and hyphens");
    }
    return id;
  }

  private @Nullable LocalDate effectiveUntil(@Nullable LocalDate from) {
    LocalDate until = inReach("effectiveUntil", members.optionalDate("effectiveUntil"));
    if (until != null && from != null && until.isBefore(from)) {
      members.fault("effectiveUntil", "is before effectiveFrom, so that it is never in force");
    }
    return until;
  }

  private @Nullable LocalDate inReach(String name, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      members.fault(name, "must be in the years 2000 to 2999");
      return null;
    }
    return day;
  }

  private @Nullable Governed governed(Members governed) {
    String regime = Vocabulary.REGIMES.one(governed, "regime");
    Set<String> countries = Vocabulary.COUNTRIES.any(governed, "countries");
    return regime == null ? null : new Governed(regime, countries);
  }

  private void refuseSecondBases(List<LegalBasis> bases) {
    var processes = new HashSet<String>();
    for (LegalBasis basis : bases) {
      if (!processes.add(basis.process())) {
        members.fault("legalBases", "has more than one for " + basis.process());
      }
    }
  }

  private void refuseTooManyItemRules(List<Rule> rules) {
    long items = rules.stream().filter(rule -> rule.scope() == Scope.ITEM).count();
    if (items > bounds.itemRules()) {
      members.fault(
          "rules",
          "must have at most %d that apply to items, not %d".formatted(bounds.itemRules(), items));
    }
  }

  /** Two persons decide where a finding asks for it: what no rule looks at, would mean nothing. */
  private void refuseUnsaidTwoPersons(List<LegalBasis> bases, List<Rule> rules) {
    boolean said =
        rules.stream()
            .filter(rule -> rule.severity() == Severity.SECOND_PERSON)
            .anyMatch(rule -> rule.condition().refersTo(Set.of(Fact.TWO_PERSONS.word())));
    for (LegalBasis basis : bases) {
      if (basis.twoPersons() && !said) {
        members.fault(
            "legalBases",
            "has two persons decide on %s, but no rule of severity SECOND_PERSON looks at twoPersons"
                .formatted(basis.process()));
      }
    }
  }

  private Map<String, String> offences() {
    var clauses = new LinkedHashMap<String, String>();
    each(
        "offences",
        MOST_SECTIONS,
        offence -> {
          String category = Vocabulary.OFFENCES.one(offence, "category");
          String clause = offence.text("clause", PolicyDocument.SENTENCE);
          if (category != null && clause != null && clauses.putIfAbsent(category, clause) != null) {
            offence.fault("category", category + " is there twice");
          }
          return category;
        });
    return Map.copyOf(clauses);
  }

  private @Nullable Breadth breadth() {
    Members breadth = members.object("breadth");
    if (breadth == null) {
      return null;
    }
    Period mostPeriod = period(breadth, "mostPeriod");
    Integer mostItems = breadth.whole("mostItems", 1, 1_000_000);
    String citation = breadth.text("citation", PolicyDocument.SENTENCE);
    breadth.refuseOthers();
    return mostPeriod == null || mostItems == null || citation == null
        ? null
        : new Breadth(mostPeriod, mostItems, citation);
  }

  private @Nullable UserNotice userNotice() {
    Members notice = members.object("userNotice");
    if (notice == null) {
      return null;
    }
    String rule = notice.text("rule", PolicyDocument.SENTENCE);
    Period delay = period(notice, "delayAtMost");
    String citation = notice.text("citation", PolicyDocument.SENTENCE);
    notice.refuseOthers();
    return rule == null || delay == null || citation == null
        ? null
        : new UserNotice(rule, delay, citation);
  }

  private Map<String, Ground> grounds() {
    var grounds = new LinkedHashMap<String, Ground>();
    Members named = members.object("grounds");
    if (named != null) {
      for (String name :
          root.path("grounds").properties().stream().map(Map.Entry::getKey).toList()) {
        if (!name.matches("[A-Z][A-Z_]*")) {
          named.fault(name, "must be named in capitals and underscores");
        }
        Ground ground = ground(named.object(name));
        // Declared, whatever is wrong with it: a rule that names it has no fault because of that.
        grounds.put(name, ground == null ? new Ground("", "", "") : ground);
      }
    }
    return Map.copyOf(grounds);
  }

  private static @Nullable Ground ground(@Nullable Members ground) {
    if (ground == null) {
      return null;
    }
    String wording = ground.text("wording", PolicyDocument.SENTENCE);
    String citation = ground.text("citation", PolicyDocument.SENTENCE);
    String remedy = ground.text("remedy", PolicyDocument.SENTENCE);
    ground.refuseOthers();
    return wording == null || citation == null || remedy == null
        ? null
        : new Ground(wording, citation, remedy);
  }

  private List<Rule> rules(Set<String> grounds) {
    var ids = new HashSet<String>();
    return each(
        "rules",
        bounds.rules(),
        (node, rule) -> {
          String id = node.path("id").asText();
          if (!id.isBlank() && !ids.add(id)) {
            rule.fault("id", "another rule has this id already");
          }
          return new RuleReader(node, rule, bounds, faults, grounds).read().orElse(null);
        });
  }

  private <T> List<T> each(String name, int most, Function<Members, @Nullable T> reader) {
    return each(
        name,
        most,
        (_, element) -> {
          T read = reader.apply(element);
          element.refuseOthers();
          return read;
        });
  }

  private <T> List<T> each(String name, int most, ElementReader<T> reader) {
    var read = new ArrayList<T>();
    JsonNode array = members.array(name, most);
    for (int i = 0; array != null && i < array.size(); i++) {
      Members element = Members.of(array.get(i), "/" + name + "/" + i, faults);
      T value = element == null ? null : reader.read(array.get(i), element);
      if (value != null) {
        read.add(value);
      }
    }
    return List.copyOf(read);
  }

  /** A period of the calendar that is longer than nothing, and at most a hundred years. */
  static @Nullable Period period(Members members, String name) {
    String text = members.text(name, PolicyDocument.NAME);
    try {
      Period period = text == null ? null : Period.parse(text);
      if (period != null && (period.isNegative() || period.isZero())) {
        members.fault(name, "must be longer than nothing");
      } else if (period != null
          && (period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS)) {
        members.fault(name, TOO_LONG);
      }
      return period;
    } catch (DateTimeParseException _) {
      members.fault(name, "must be a period (ISO 8601), such as P12M");
      return null;
    }
  }

  /** Reads an element of a list; null only after noting a fault. */
  private interface ElementReader<T> {
    @Nullable T read(JsonNode node, Members members);
  }
}
