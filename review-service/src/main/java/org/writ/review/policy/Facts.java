package org.writ.review.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;

/** The values of the facts of one request, by {@link Fact#word()}. */
final class Facts {

  /** Later than any order's last day. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private static final EmergencyFacts NOTHING_RECORDED =
      new EmergencyFacts(0, false, null, false, 0, 0, 0, null, Instant.EPOCH, null);

  private Facts() {}

  static Map<String, Object> ofRequest(Policy policy, RequestSubmitted request) {
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
    put(facts, Fact.DISCLOSABLE, policy.mayBeDisclosed().stream().sorted().toList());
    put(facts, Fact.CHANNEL, request.getChannel());
    put(facts, Fact.DUPLICATE, request.getDuplicateOf() != null);
    put(facts, Fact.CALL_BACK_PHONE_GIVEN, !request.getCallBackPhone().isEmpty());
    putEmergency(facts, request.getEmergency());
    return facts;
  }

  /** Every fact has a value in every request, so that no condition lacks one. */
  private static void putEmergency(Map<String, Object> facts, @Nullable EmergencyFacts given) {
    EmergencyFacts known = given == null ? NOTHING_RECORDED : given;
    Integer domainAge = known.getDomainAgeDays();
    Boolean inOfficeHours = known.getInOfficeHours();
    put(facts, Fact.EMERGENCY_FACTS_GIVEN, given != null);
    put(facts, Fact.ACCOUNT_AGE_DAYS, (long) known.getAccountAgeDays());
    put(facts, Fact.DOMAIN_ON_FILE, known.getDomainOnFile());
    put(facts, Fact.DOMAIN_AGE_DAYS, domainAge == null ? 0L : (long) domainAge);
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
    var facts = new HashMap<>(requestFacts);
    put(facts, Fact.IDENTIFIER_TYPE, item.getIdentifierType());
    put(facts, Fact.DATA_TYPES, List.copyOf(item.getDataTypes()));
    put(facts, Fact.FROM_GIVEN, item.getFrom() != null);
    put(facts, Fact.FROM, item.getFrom() != null ? item.getFrom() : policy.heldSince(received));
    put(facts, Fact.TO_GIVEN, item.getTo() != null);
    put(facts, Fact.TO, item.getTo() != null ? item.getTo() : received);
    return facts;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void put(Map<String, Object> facts, Fact fact, Object value) {
    facts.put(fact.word(), value);
  }
}
