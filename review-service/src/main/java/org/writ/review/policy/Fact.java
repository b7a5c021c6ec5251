package org.writ.review.policy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts that a rule's condition may refer to. They are the open part of a request: a condition
 * can never see anything about a person. Words come from open vocabularies (see the topic {@code
 * intake.requests}), so a rule has to say what it makes of a word that it does not know. Findings
 * tell the facts that they rest on in the order in which they stand here.
 */
public enum Fact {
  COUNTRY("country", Scope.REQUEST, FactType.WORD, "The agency's country, ISO 3166-1 alpha-2."),
  PROCESS(
      "process",
      Scope.REQUEST,
      FactType.WORD,
      "COURT_ORDER, SEARCH_WARRANT, SUBPOENA, PRODUCTION_ORDER, PRESERVATION_ORDER or EMERGENCY."),
  REGIME("regime", Scope.REQUEST, FactType.WORD, "NATIONAL, EU_E_EVIDENCE, MLAT or CLOUD_ACT."),
  ISSUING_AUTHORITY_TYPE(
      "issuingAuthorityType", Scope.REQUEST, FactType.WORD, "COURT, PROSECUTOR, POLICE or OTHER."),
  ISSUING_AUTHORITY_COUNTRY(
      "issuingAuthorityCountry",
      Scope.REQUEST,
      FactType.WORD,
      "The issuing authority's country, ISO 3166-1 alpha-2."),
  ISSUED_ON(
      "issuedOn",
      Scope.REQUEST,
      FactType.TIME,
      "First instant, in UTC, of the day on which the order was issued."),
  ORDER_AGE_DAYS(
      "orderAgeDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Whole days from issuedOn to the receipt; 0 if it was issued later."),
  LEGAL_BASIS_KNOWN(
      "legalBasisKnown",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the policy has a legal basis for the process (legalBases)."),
  AUTHORITY_MAY_ISSUE(
      "authorityMayIssue",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the policy's legal basis for the process lets an authority of this type issue it;"
          + " false if there is none."),
  ORDERABLE(
      "orderable",
      Scope.REQUEST,
      FactType.WORDS,
      "The data types that an authority of this type may ask for with this process, by the"
          + " policy's legal basis; empty if there is none."),
  TWO_PERSONS(
      "twoPersons",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the policy has two persons approve what rests on this process."),
  ENFORCING_AUTHORITY_NOTIFIED(
      "enforcingAuthorityNotified",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the enforcing authority is told and may object (Regulation (EU) 2023/1543, Article"
          + " 8)."),
  VALID_UNTIL_GIVEN(
      "validUntilGiven",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the order names the last day on which it is in force."),
  VALID_UNTIL(
      "validUntil",
      Scope.REQUEST,
      FactType.TIME,
      "First instant, in UTC, of that day; the end of the year 9999 if the order names none."),
  OFFENCE_CATEGORY(
      "offenceCategory",
      Scope.REQUEST,
      FactType.WORD,
      "TERRORISM, CHILD_SEXUAL_ABUSE, DRUG_TRAFFICKING, MONEY_LAUNDERING, FRAUD, CYBERCRIME,"
          + " VIOLENCE, SPEECH or OTHER."),
  SUSPECT_CONFIRMED(
      "suspectConfirmed",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the order confirms that the account's holder is a suspect."),
  OFFENCE_VIOLATES_TERMS(
      "offenceViolatesTerms",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the policy names a clause of the terms of service that such an offence violates."),
  NOTICE_DELAY_ASKED(
      "noticeDelayAsked",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the agency asks that the user is not told yet."),
  NOTICE_DELAY_DAYS(
      "noticeDelayDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days from the receipt until the user may be told; 0 if no delay is asked for."),
  NOTICE_DELAY_MOST_DAYS(
      "noticeDelayMostDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days of the longest delay that the policy accepts (userNotice.delayAtMost)."),
  ESCALATION(
      "escalation",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the country's safeguards have a senior reviewer and counsel see every request."),
  COUNTRY_REFUSED(
      "countryRefused",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the country's safeguards refuse every request."),
  OFFENCE_REFUSED(
      "offenceRefused",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the country's safeguards refuse offences of this category."),
  DUAL_CRIMINALITY(
      "dualCriminality",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether offences of this category are offences elsewhere, by the country's safeguards."),
  NARROW_READING(
      "narrowReading",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the country's safeguards have a longest period or most items of their own."),
  RECEIVED_AT("receivedAt", Scope.REQUEST, FactType.TIME, "When intake received the request."),
  HELD_SINCE(
      "heldSince",
      Scope.REQUEST,
      FactType.TIME,
      "The oldest data that was held on receipt: receivedAt less the policy's heldFor."),
  CHANNEL("channel", Scope.REQUEST, FactType.WORD, "How the request came: API, PAGE or HI1."),
  DUPLICATE(
      "duplicate",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the agency asked for the same before: the same reference and items."),
  CALL_BACK_PHONE_GIVEN(
      "callBackPhoneGiven",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether a number to call back is on file about the agency."),
  EMERGENCY_FACTS_GIVEN(
      "emergencyFactsGiven",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether intake recorded the facts of an emergency; the following have a meaning only then."),
  ACCOUNT_AGE_DAYS(
      "accountAgeDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days since whoever submitted the emergency acted for the agency for the first time; 0 on"
          + " that day, and if not recorded."),
  DOMAIN_ON_FILE(
      "domainOnFile",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the officer's mail domain is on file with the agency; false if not recorded."),
  DOMAIN_AGE_DAYS(
      "domainAgeDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days since the mail domain was put on file; 0 on that day, and if it is not."),
  DOMAIN_REGISTRATION_KNOWN(
      "domainRegistrationKnown",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether it is known when the officer's mail domain was registered; false if not recorded."),
  DOMAIN_REGISTRATION_AGE_DAYS(
      "domainRegistrationAgeDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days since the mail domain was registered, as its registry says; 0 if that is not known."),
  FIRST_OF_SENDER(
      "firstOfSender",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the officer never submitted an emergency before; false if not recorded."),
  EMERGENCIES_IN_DAY(
      "emergenciesInDay",
      Scope.REQUEST,
      FactType.COUNT,
      "The agency's emergencies of the 24 hours before, without this one; 0 if not recorded."),
  EMERGENCIES_IN_MONTH(
      "emergenciesInMonth",
      Scope.REQUEST,
      FactType.COUNT,
      "The agency's emergencies of the 30 days before, without this one; 0 if not recorded."),
  IDENTIFIERS_ASKED_BY_OTHERS(
      "identifiersAskedByOthers",
      Scope.REQUEST,
      FactType.COUNT,
      "Items whose identifier another agency asked for before; 0 if not recorded."),
  OFFICE_HOURS_KNOWN(
      "officeHoursKnown",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether the agency's office hours are on file."),
  IN_OFFICE_HOURS(
      "inOfficeHours",
      Scope.REQUEST,
      FactType.FLAG,
      "Whether somebody was at work at the agency; false if its hours are not on file."),
  ITEM_COUNT("itemCount", Scope.REQUEST, FactType.COUNT, "Number of items."),
  MOST_ITEMS(
      "mostItems",
      Scope.REQUEST,
      FactType.COUNT,
      "Most items of a request that is not read narrowly: breadth.mostItems, or less if the"
          + " country's safeguards say so."),
  MOST_PERIOD_DAYS(
      "mostPeriodDays",
      Scope.REQUEST,
      FactType.COUNT,
      "Days of the longest period that is not read narrowly: breadth.mostPeriod, counted back from"
          + " the receipt, or less if the country's safeguards say so."),
  DISCLOSABLE(
      "disclosable",
      Scope.REQUEST,
      FactType.WORDS,
      "The data types that the policy lets a decision approve upon this process; without a legal"
          + " basis for it, upon any process."),
  IDENTIFIER_TYPE(
      "identifierType",
      Scope.ITEM,
      FactType.WORD,
      "PHONE_NUMBER, USERNAME, ACCOUNT_ID or IP_ADDRESS."),
  DATA_TYPES(
      "dataTypes", Scope.ITEM, FactType.WORDS, "The data types that the item asks for; not empty."),
  FROM_GIVEN(
      "fromGiven", Scope.ITEM, FactType.FLAG, "Whether the item says where its period starts."),
  FROM("from", Scope.ITEM, FactType.TIME, "Start of the period, inclusive; heldSince if open."),
  TO_GIVEN("toGiven", Scope.ITEM, FactType.FLAG, "Whether the item says where its period ends."),
  TO("to", Scope.ITEM, FactType.TIME, "End of the period, exclusive; receivedAt if open."),
  PERIOD_DAYS(
      "periodDays",
      Scope.ITEM,
      FactType.COUNT,
      "Days of the period, a part of one counted as a whole; 0 if it ends before it starts.");

  private final String word;
  private final Scope scope;
  private final FactType type;
  private final String meaning;

  Fact(String word, Scope scope, FactType type, String meaning) {
    this.word = word;
    this.scope = scope;
    this.type = type;
    this.meaning = meaning;
  }

  /** Its name in a condition. */
  public String word() {
    return word;
  }

  /** Its type in a condition and in an example. */
  public FactType type() {
    return type;
  }

  /** What it says, for people who write policies. */
  public String meaning() {
    return meaning;
  }

  /** The facts that a rule of this scope may refer to. */
  public static List<Fact> of(Scope scope) {
    return Arrays.stream(values())
        .filter(fact -> scope == Scope.ITEM || fact.scope == Scope.REQUEST)
        .toList();
  }

  /** What a rule has to look at to refer to it. */
  Scope scope() {
    return scope;
  }

  /**
   * The facts that this one is worked out from, beside what the policy and the country's safeguards
   * say; empty if the request says it itself.
   */
  private Set<Fact> origins() {
    return switch (this) {
      case ORDER_AGE_DAYS -> EnumSet.of(ISSUED_ON, RECEIVED_AT);
      case LEGAL_BASIS_KNOWN, TWO_PERSONS, DISCLOSABLE -> EnumSet.of(PROCESS);
      case AUTHORITY_MAY_ISSUE, ORDERABLE -> EnumSet.of(PROCESS, ISSUING_AUTHORITY_TYPE);
      case OFFENCE_VIOLATES_TERMS -> EnumSet.of(OFFENCE_CATEGORY);
      case HELD_SINCE, NOTICE_DELAY_DAYS -> EnumSet.of(RECEIVED_AT);
      case ESCALATION, COUNTRY_REFUSED, NARROW_READING -> EnumSet.of(COUNTRY);
      case OFFENCE_REFUSED, DUAL_CRIMINALITY -> EnumSet.of(COUNTRY, OFFENCE_CATEGORY);
      case MOST_ITEMS, MOST_PERIOD_DAYS -> EnumSet.of(NARROW_READING);
      case FROM -> EnumSet.of(FROM_GIVEN);
      case TO -> EnumSet.of(TO_GIVEN);
      case PERIOD_DAYS -> EnumSet.of(FROM, TO);
      default -> EnumSet.noneOf(Fact.class);
    };
  }

  /**
   * The flag that says whether this one is known; while it is false, the value is made up, so that
   * conditions have one. Empty if it is always known.
   */
  Optional<Fact> knownBy() {
    return Optional.ofNullable(
        switch (this) {
          case VALID_UNTIL -> VALID_UNTIL_GIVEN;
          case NOTICE_DELAY_DAYS -> NOTICE_DELAY_ASKED;
          case DOMAIN_AGE_DAYS -> DOMAIN_ON_FILE;
          case DOMAIN_REGISTRATION_AGE_DAYS -> DOMAIN_REGISTRATION_KNOWN;
          case IN_OFFICE_HOURS -> OFFICE_HOURS_KNOWN;
          case ACCOUNT_AGE_DAYS,
              DOMAIN_ON_FILE,
              DOMAIN_REGISTRATION_KNOWN,
              FIRST_OF_SENDER,
              EMERGENCIES_IN_DAY,
              EMERGENCIES_IN_MONTH,
              IDENTIFIERS_ASKED_BY_OTHERS,
              OFFICE_HOURS_KNOWN ->
              EMERGENCY_FACTS_GIVEN;
          default -> null;
        });
  }

  /** The facts of these names, and all that they are worked out from, in order. */
  static List<Fact> withOrigins(Set<String> words) {
    var left =
        new ArrayDeque<>(
            Arrays.stream(values()).filter(fact -> words.contains(fact.word)).toList());
    var found = EnumSet.noneOf(Fact.class);
    while (!left.isEmpty()) {
      Fact fact = left.pop();
      if (found.add(fact)) {
        left.addAll(fact.origins());
      }
    }
    return List.copyOf(found);
  }
}
