package org.writ.review.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.FactUsed;
import org.writ.events.review.Safeguards;
import org.writ.review.jurisdiction.Jurisdiction;

/** The values of the facts of one request, by {@link Fact#word()}. */
final class Facts {

  /** Later than any order's last day. */
  static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private static final EmergencyFacts NOTHING_RECORDED =
      new EmergencyFacts(0, false, null, false, 0, 0, 0, null, Instant.EPOCH, null, "");

  private Facts() {}

  static Map<String, Object> ofRequest(
      Policy policy, Jurisdiction jurisdiction, RequestSubmitted request) {
    LocalDate validUntil = request.getValidUntil();
    var facts = new HashMap<String, Object>();
    put(facts, Fact.COUNTRY, request.getCountry());
    put(facts, Fact.PROCESS, request.getProcess());
    put(facts, Fact.REGIME, request.getRegime());
    put(facts, Fact.ISSUING_AUTHORITY_TYPE, request.getIssuingAuthorityType());
    put(facts, Fact.ISSUING_AUTHORITY_COUNTRY, request.getIssuingAuthorityCountry());
    put(facts, Fact.ISSUED_ON, startOf(request.getIssuedOn()));
    put(facts, Fact.VALID_UNTIL_GIVEN, validUntil != null);
    put(facts, Fact.VALID_UNTIL, validUntil == null ? END_OF_TIME : startOf(validUntil));
    put(facts, Fact.OFFENCE_CATEGORY, request.getOffenceCategory());
    put(facts, Fact.SUSPECT_CONFIRMED, request.getSuspectConfirmed());
    put(facts, Fact.NOTICE_DELAY_ASKED, request.getNoticeDelayUntil() != null);
    put(facts, Fact.RECEIVED_AT, request.getReceivedAt());
    put(facts, Fact.HELD_SINCE, policy.heldSince(request.getReceivedAt()));
    put(facts, Fact.ITEM_COUNT, (long) request.getItems().size());
    put(facts, Fact.DISCLOSABLE, sorted(policy.mayBeDisclosed(request.getProcess())));
    put(facts, Fact.CHANNEL, request.getChannel());
    put(facts, Fact.DUPLICATE, request.getDuplicateOf() != null);
    put(facts, Fact.CALL_BACK_PHONE_GIVEN, !request.getCallBackPhone().isEmpty());
    putEmergency(facts, request.getEmergency());
    putLaw(facts, policy, request);
    putSafeguards(facts, jurisdiction.safeguards(), request);
    putMeasures(facts, policy, jurisdiction.safeguards(), request);
    return facts;
  }

  /** What the policy says about the request's process and offence. */
  private static void putLaw(Map<String, Object> facts, Policy policy, RequestSubmitted request) {
    Optional<LegalBasis> basis = policy.basis(request.getProcess());
    Set<String> orderable =
        basis.map(known -> known.orderableBy(request.getIssuingAuthorityType())).orElseGet(Set::of);
    put(facts, Fact.LEGAL_BASIS_KNOWN, basis.isPresent());
    put(facts, Fact.AUTHORITY_MAY_ISSUE, !orderable.isEmpty());
    put(facts, Fact.ORDERABLE, sorted(orderable));
    put(facts, Fact.TWO_PERSONS, basis.map(LegalBasis::twoPersons).orElse(false));
    put(
        facts,
        Fact.OFFENCE_VIOLATES_TERMS,
        policy.offences().containsKey(request.getOffenceCategory()));
    put(facts, Fact.ENFORCING_AUTHORITY_NOTIFIED, request.getObjectionUntil() != null);
  }

  private static void putSafeguards(
      Map<String, Object> facts, Safeguards safeguards, RequestSubmitted request) {
    String offence = request.getOffenceCategory();
    put(facts, Fact.ESCALATION, safeguards.getEscalation());
    put(facts, Fact.COUNTRY_REFUSED, safeguards.getRefused());
    put(facts, Fact.OFFENCE_REFUSED, safeguards.getRefusedOffences().contains(offence));
    put(facts, Fact.DUAL_CRIMINALITY, !safeguards.getWithoutDualCriminality().contains(offence));
    put(
        facts,
        Fact.NARROW_READING,
        safeguards.getMostItems() != null || safeguards.getMostPeriodDays() != null);
  }

  /** Days and numbers, and the policy's own to compare them with. */
  private static void putMeasures(
      Map<String, Object> facts, Policy policy, Safeguards safeguards, RequestSubmitted request) {
    Instant received = request.getReceivedAt();
    LocalDate noticeDelayUntil = request.getNoticeDelayUntil();
    put(facts, Fact.ORDER_AGE_DAYS, days(startOf(request.getIssuedOn()), received));
    put(
        facts,
        Fact.NOTICE_DELAY_DAYS,
        noticeDelayUntil == null ? 0L : days(received, startOf(noticeDelayUntil)));
    put(
        facts,
        Fact.NOTICE_DELAY_MOST_DAYS,
        Breadth.days(policy.userNotice().delayAtMost(), received));
    put(facts, Fact.MOST_ITEMS, narrower(policy.breadth().mostItems(), safeguards.getMostItems()));
    put(
        facts,
        Fact.MOST_PERIOD_DAYS,
        narrower(policy.breadth().mostPeriodDays(received), safeguards.getMostPeriodDays()));
  }

  /** Every fact has a value in every request, so that no condition lacks one. */
  private static void putEmergency(Map<String, Object> facts, @Nullable EmergencyFacts given) {
    EmergencyFacts known = given == null ? NOTHING_RECORDED : given;
    Integer domainAge = known.getDomainAgeDays();
    Integer registrationAge = known.getDomainRegistrationAgeDays();
    Boolean inOfficeHours = known.getInOfficeHours();
    put(facts, Fact.EMERGENCY_FACTS_GIVEN, given != null);
    put(facts, Fact.ACCOUNT_AGE_DAYS, (long) known.getAccountAgeDays());
    put(facts, Fact.DOMAIN_ON_FILE, known.getDomainOnFile());
    put(facts, Fact.DOMAIN_AGE_DAYS, domainAge == null ? 0L : (long) domainAge);
    put(facts, Fact.DOMAIN_REGISTRATION_KNOWN, registrationAge != null);
    put(
        facts,
        Fact.DOMAIN_REGISTRATION_AGE_DAYS,
        registrationAge == null ? 0L : (long) registrationAge);
    put(facts, Fact.FIRST_OF_SENDER, known.getFirstOfSender());
    put(facts, Fact.EMERGENCIES_IN_DAY, (long) known.getEmergenciesInDay());
    put(facts, Fact.EMERGENCIES_IN_MONTH, (long) known.getEmergenciesInMonth());
    put(facts, Fact.IDENTIFIERS_ASKED_BY_OTHERS, (long) known.getIdentifiersAskedByOthers());
    put(facts, Fact.OFFICE_HOURS_KNOWN, inOfficeHours != null);
    put(facts, Fact.IN_OFFICE_HOURS, inOfficeHours != null && inOfficeHours);
  }

  static Map<String, Object> ofItem(
      Policy policy,
      RequestSubmitted request,
      Map<String, Object> requestFacts,
      RequestedItem item) {
    Instant received = request.getReceivedAt();
    Instant from = item.getFrom() != null ? item.getFrom() : policy.heldSince(received);
    Instant to = item.getTo() != null ? item.getTo() : received;
    var facts = new HashMap<>(requestFacts);
    put(facts, Fact.IDENTIFIER_TYPE, item.getIdentifierType());
    put(facts, Fact.DATA_TYPES, List.copyOf(item.getDataTypes()));
    put(facts, Fact.FROM_GIVEN, item.getFrom() != null);
    put(facts, Fact.FROM, from);
    put(facts, Fact.TO_GIVEN, item.getTo() != null);
    put(facts, Fact.TO, to);
    put(facts, Fact.PERIOD_DAYS, days(from, to.plus(Duration.ofDays(1)).minusMillis(1)));
    return facts;
  }

  /**
   * What of these facts a finding tells, in the same order; nothing but their names of those that
   * are not known.
   *
   * @param values of all of them
   */
  static List<FactUsed> used(List<Fact> facts, Map<String, Object> values) {
    return facts.stream()
        .map(
            fact ->
                new FactUsed(
                    fact.word(),
                    isKnown(fact, values)
                        ? fact.type().write(Objects.requireNonNull(values.get(fact.word())))
                        : ""))
        .toList();
  }

  private static boolean isKnown(Fact fact, Map<String, Object> values) {
    return fact.knownBy().map(flag -> Boolean.TRUE.equals(values.get(flag.word()))).orElse(true);
  }

  private static long narrower(long policys, @Nullable Integer countrys) {
    return countrys == null ? policys : Math.min(policys, countrys);
  }

  /** Whole days from one time to a later one; 0 if it is not later. */
  private static long days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toDays());
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void put(Map<String, Object> facts, Fact fact, Object value) {
    facts.put(fact.word(), value);
  }
}
