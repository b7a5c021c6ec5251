package org.writ.ops.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Invents requests. The same seed and day give the same requests, whatever their number: request n
 * does not depend on how many there are.
 */
final class Plan {

  /** The demo platform's accounts whose phone number and user name never change. */
  private static final int STEADY = 100;

  private static final int MOST_ITEMS = 4;
  private static final int FIRST_ID = 1_000_000;
  private static final List<String> COURT_PROCESSES =
      List.of("COURT_ORDER", "COURT_ORDER", "SEARCH_WARRANT", "PRODUCTION_ORDER");
  private static final List<String> OFFENCES =
      List.of(
          "TERRORISM",
          "CHILD_SEXUAL_ABUSE",
          "DRUG_TRAFFICKING",
          "DRUG_TRAFFICKING",
          "MONEY_LAUNDERING",
          "FRAUD",
          "FRAUD",
          "CYBERCRIME",
          "VIOLENCE");
  private static final List<List<String>> DISCLOSED_TYPES =
      List.of(
          List.of("IP_ADDRESS", "PHONE_NUMBER"), List.of("PHONE_NUMBER"), List.of("IP_ADDRESS"));

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final long seed;
  private final LocalDate today;

  /**
   * A plan.
   *
   * @param today the day of the run: orders are some days old, and ask about the months before
   */
  Plan(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  /** The first requests of the plan. */
  List<DemoRequest> requests(int count) {
    List<DemoRequest> requests = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      requests.add(request(number));
    }
    return requests;
  }

  private DemoRequest request(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    DemoAgency agency = weighted(random, DemoAgency.ALL, DemoAgency::weight);
    Kind kind = weighted(random, List.of(Kind.values()), Kind::weight);
    String process = process(kind, random);
    Set<String> identifiers = new TreeSet<>();
    ObjectNode body = body(number, agency, kind, process, random);
    ArrayNode items = body.putArray("items");
    int accounts = kind == Kind.SEVERAL_ACCOUNTS ? random.nextInt(2, MOST_ITEMS + 1) : 1;
    for (int i = 0; i < accounts; i++) {
      identifiers.add(addItem(items, kind, number, i, random));
    }
    return new DemoRequest(
        number, agency, kind, process, text(body, kind, random), Set.copyOf(identifiers));
  }

  private static String process(Kind kind, SplittableRandom random) {
    return switch (kind) {
      case SUBPOENA -> "SUBPOENA";
      case EMERGENCY -> "EMERGENCY";
      case PRESERVATION -> "PRESERVATION_ORDER";
      default -> pick(random, COURT_PROCESSES);
    };
  }

  private ObjectNode body(
      int number, DemoAgency agency, Kind kind, String process, SplittableRandom random) {
    ObjectNode body = JSON.createObjectNode();
    body.put("reference", "%s %d/%06d".formatted(agency.country(), today.getYear(), number));
    body.put("process", process).put("regime", agency.regime());
    addAuthority(body.putObject("issuingAuthority"), agency, kind, random);
    LocalDate issuedOn = today.minusDays(random.nextInt(1, 30));
    if (kind == Kind.EXPIRED_ORDER) {
      issuedOn = today.minusDays(90);
      body.put("validUntil", today.minusDays(random.nextInt(10, 60)).toString());
    } else if (random.nextInt(3) == 0) {
      body.put("validUntil", today.plusDays(random.nextInt(30, 180)).toString());
    }
    body.put("issuedOn", issuedOn.toString());
    body.putObject("offence")
        .put("category", kind == Kind.SPEECH ? "SPEECH" : pick(random, OFFENCES))
        .put("statute", agency.statute())
        .put("description", "An invented case of the demo, number " + number);
    body.put("suspectConfirmed", kind != Kind.NO_SUSPECT);
    body.putObject("officer")
        .put("name", "Demo Officer " + number % 7)
        .put("email", "officer%d@%s.example".formatted(number % 7, agency.id()))
        .put("phone", "+49 30 000%03d".formatted(number % 7));
    if (random.nextInt(5) == 0) {
      body.putObject("userNotice")
          .put("delayUntil", today.plusDays(180).toString())
          .put("reason", "The investigation is not known to the suspect");
    }
    return body;
  }

  private static void addAuthority(
      ObjectNode authority, DemoAgency agency, Kind kind, SplittableRandom random) {
    boolean prosecutor = random.nextInt(4) == 0;
    String type = prosecutor ? "PROSECUTOR" : "COURT";
    String name = prosecutor ? agency.prosecutor() : agency.court();
    authority
        .put("name", kind == Kind.POLICE_ORDER ? agency.police() : name)
        .put("type", kind == Kind.POLICE_ORDER ? "POLICE" : type)
        .put("country", agency.country());
  }

  private String addItem(
      ArrayNode items, Kind kind, int number, int index, SplittableRandom random) {
    // Of another residue for each item, so that no request names an account twice.
    int account = 1 + random.nextInt(STEADY / MOST_ITEMS) * MOST_ITEMS + index;
    ObjectNode item = items.addObject();
    ObjectNode identifier = item.putObject("identifier");
    switch (kind) {
      case UNKNOWN_ACCOUNT ->
          identifier.put("type", "PHONE_NUMBER").put("value", "+4916090%06d".formatted(number));
      case SHARED_ADDRESS ->
          identifier.put("type", "IP_ADDRESS").put("value", "192.0.2." + random.nextInt(1, 255));
      default -> addAccount(identifier, account, random);
    }
    List<String> types =
        switch (kind) {
          case CONTENT_ONLY -> List.of("CONTENT");
          case TRAFFIC_ONLY -> List.of("TRAFFIC", "CONTENT");
          case MORE_THAN_DISCLOSED -> List.of("CONTENT", "IP_ADDRESS", "PHONE_NUMBER", "DEVICE");
          default -> pick(random, DISCLOSED_TYPES);
        };
    ArrayNode dataTypes = item.putArray("dataTypes");
    types.forEach(dataTypes::add);
    LocalDate from = today.minusMonths(random.nextInt(2, 12));
    item.put("from", from.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    item.put("to", today.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    return identifier.path("value").asText();
  }

  private static void addAccount(ObjectNode identifier, int account, SplittableRandom random) {
    switch (random.nextInt(4)) {
      case 0 ->
          identifier.put("type", "ACCOUNT_ID").put("value", Integer.toString(FIRST_ID + account));
      case 1 -> identifier.put("type", "USERNAME").put("value", "demo_user_" + account);
      default ->
          identifier.put("type", "PHONE_NUMBER").put("value", "+49151%08d".formatted(account));
    }
  }

  private static String text(ObjectNode body, Kind kind, SplittableRandom random) {
    if (kind == Kind.FAULTY) {
      switch (random.nextInt(4)) {
        case 0 -> body.remove("officer");
        case 1 -> body.putArray("items");
        case 2 -> body.put("validUntil", "2020-01-01");
        default -> body.put("urgency", "very");
      }
    }
    String text = body.toString();
    return kind == Kind.NOT_JSON ? text.substring(0, text.length() / 2) : text;
  }

  private static <T> T pick(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <T> T weighted(SplittableRandom random, List<T> choices, ToIntFunction<T> weight) {
    int left = random.nextInt(choices.stream().mapToInt(weight).sum());
    for (T choice : choices) {
      left -= weight.applyAsInt(choice);
      if (left < 0) {
        return choice;
      }
    }
    throw new IllegalStateException("weights sum up to what was drawn from");
  }
}
