package org.writ.intake.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody has typed into the form of a new request so far. A field is named by the JSON
 * pointer of the member that it becomes, so that the body is made of it mechanically and a fault of
 * the body finds its field. It travels in the form itself, never in a table: it is about persons.
 * Immutable.
 */
final class Typed {

  /** More accounts than this are a machine's work. */
  static final int MAX_ACCOUNTS = 50;

  private static final String ITEMS = "/items/";
  private static final String DATA_TYPES = "dataTypes";
  private static final Pattern FIELD =
      Pattern.compile(
          "/(?:reference|process|regime|issuingAuthority/(?:name|type|country)|issuedOn|validUntil"
              + "|officer/(?:name|email|phone)|offence/(?:category|statute|description)"
              + "|suspectConfirmed|userNotice/(?:delayUntil|reason)"
              + "|items/([0-9]{1,2})/(?:identifier/(?:type|value)|dataTypes|from|to))");

  private final Map<String, List<String>> values;
  private final int accounts;

  private Typed(Map<String, List<String>> values, int accounts) {
    this.values = values;
    this.accounts = accounts;
  }

  /** Nothing yet but what is known of the person. */
  static Typed blank(Map<String, String> known) {
    var values = new LinkedHashMap<String, List<String>>();
    known.forEach((field, value) -> values.put(field, List.of(value)));
    return new Typed(values, 1);
  }

  /** Reads a form; what it does not know is left out. */
  static Typed read(Map<String, List<String>> form) {
    int accounts = number(form.getOrDefault("accounts", List.of()));
    var values = new LinkedHashMap<String, List<String>>();
    form.forEach(
        (name, given) -> {
          var field = FIELD.matcher(name);
          if (field.matches()
              && (field.group(1) == null || Integer.parseInt(field.group(1)) < accounts)) {
            values.put(name, given.stream().map(Typed::unix).toList());
          }
        });
    return new Typed(values, accounts);
  }

  /** How many accounts there is room for, at least one. */
  public int accounts() {
    return accounts;
  }

  /** What was typed into a field; empty if nothing was. */
  public String value(String field) {
    return values.getOrDefault(field, List.of("")).getFirst();
  }

  /** Whether a value was ticked or chosen. */
  public boolean has(String field, String value) {
    return values.getOrDefault(field, List.of()).contains(value);
  }

  /** Everything that was ticked. */
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** A field and one of its values. */
  record Hidden(String name, String value) {}

  /** What other steps asked for: carried along in this one's form. */
  List<Hidden> outside(Step step) {
    return values.entrySet().stream()
        .filter(entry -> !step.has(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream().map(value -> new Hidden(entry.getKey(), value)))
        .toList();
  }

  /** With room for one account more. */
  Typed withAccount() {
    return new Typed(values, Math.min(accounts + 1, MAX_ACCOUNTS));
  }

  /** Without an account, unless it is the only one; those after it move up. */
  Typed withoutAccount(int removed) {
    if (accounts == 1 || removed < 0 || removed >= accounts) {
      return this;
    }
    var kept = new LinkedHashMap<String, List<String>>();
    values.forEach(
        (name, value) -> {
          var field = FIELD.matcher(name);
          int account =
              field.matches() && field.group(1) != null ? Integer.parseInt(field.group(1)) : -1;
          if (account < removed) {
            kept.put(name, value);
          } else if (account > removed) {
            String rest = name.substring((ITEMS + account).length());
            kept.put(ITEMS + (account - 1) + rest, value);
          }
        });
    return new Typed(kept, accounts - 1);
  }

  /** The field that a fault of the body is shown at. */
  String fieldOf(String pointer) {
    for (String place = pointer; !place.isEmpty(); place = parent(place)) {
      if (FIELD.matcher(place).matches()) {
        return place;
      }
    }
    String account = pointer.startsWith(ITEMS) ? pointer : ITEMS + "0";
    return account + "/identifier/value";
  }

  /** The body of {@code POST /v1/requests} that this is; empty fields are absent. */
  JsonNode body() {
    var body = JsonNodeFactory.instance.objectNode();
    put(body, "", List.of("reference", "process", "regime", "issuedOn", "validUntil"));
    put(
        body.putObject("issuingAuthority"),
        "/issuingAuthority",
        List.of("name", "type", "country"));
    put(body.putObject("offence"), "/offence", List.of("category", "statute", "description"));
    put(body.putObject("officer"), "/officer", List.of("name", "email", "phone"));
    String suspect = given("/suspectConfirmed");
    if (!suspect.isEmpty()) {
      body.put("suspectConfirmed", suspect.equals("true"));
    }
    if (!given("/userNotice/delayUntil").isEmpty() || !given("/userNotice/reason").isEmpty()) {
      put(body.putObject("userNotice"), "/userNotice", List.of("delayUntil", "reason"));
    }
    var items = body.putArray("items");
    for (int account = 0; account < accounts; account++) {
      item(items.addObject(), ITEMS + account);
    }
    return body;
  }

  private void item(ObjectNode item, String place) {
    put(item.putObject("identifier"), place + "/identifier", List.of("type", "value"));
    var dataTypes = all(place + "/" + DATA_TYPES);
    if (!dataTypes.isEmpty()) {
      dataTypes.forEach(item.putArray(DATA_TYPES)::add);
    }
    time(item, "from", given(place + "/from"), 0);
    // The last day is meant with all its hours; in the body the end is exclusive.
    time(item, "to", given(place + "/to"), 1);
  }

  private static void time(ObjectNode item, String name, String day, int daysLater) {
    if (day.isEmpty()) {
      return;
    }
    try {
      item.put(name, LocalDate.parse(day).plusDays(daysLater) + "T00:00:00Z");
    } catch (DateTimeException notADay) {
      item.put(name, day);
    }
  }

  private void put(ObjectNode object, String place, List<String> members) {
    for (String member : members) {
      String value = given(place + "/" + member);
      if (!value.isEmpty()) {
        object.put(member, value);
      }
    }
  }

  private String given(String field) {
    return value(field).strip();
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(pointer.lastIndexOf('/'), 0));
  }

  /** Browsers send line breaks as CR LF. */
  private static String unix(String value) {
    return value.replace("\r\n", "\n");
  }

  private static int number(List<String> given) {
    try {
      int number = given.isEmpty() ? 1 : Integer.parseInt(given.getFirst());
      return Math.clamp(number, 1, MAX_ACCOUNTS);
    } catch (NumberFormatException notANumber) {
      return 1;
    }
  }

  /** Without the values, which belong in no log line. */
  @Override
  public String toString() {
    return "Typed[" + accounts + " accounts]";
  }
}
