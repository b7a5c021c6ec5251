package org.writ.intake.desk;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.look.Words;
import org.writ.web.problem.Fault;

/**
 * Says a fault of a body in the reader's language. The API's own sentences are English; each of
 * them that a form can cause has its words here, and one that has none is shown as it is. Pure.
 */
final class FaultWords {

  /** A sentence of the API, and the key of what the page says instead. */
  private enum Rule {
    DATA_TYPES("/dataTypes(?:/[0-9]+)?$", ".*", "dataTypes"),
    ITEMS("^/items$", ".*", "items"),
    REPEATED("", "must not repeat.*", "repeat"),
    CHOICE(
        "/(process|regime|type|category|suspectConfirmed)$",
        "is required|must not be blank|must be one of .*|must be true or false",
        "choose"),
    COUNTRY("/country$", ".*", "country"),
    REQUIRED("", "is required|must not be blank", "required"),
    LONG("", "must have at most ([0-9]+) characters", "long"),
    CONTROL("", "must not contain .*", "control"),
    DAY("", "must be a day,.*|must be a time in UTC.*", "day"),
    FUTURE("", "must not be in the future", "future"),
    PAST("", "must not be in the past", "past"),
    OLD("", "must not be more than .* years ago|must not be before 1970.*", "old"),
    FAR("", "must not be more than .* years from now", "far"),
    ORDER("", "must not be before issuedOn|must be after from", "order"),
    MAIL("", "must be a mail address.*", "mail"),
    E164("", "must be a phone number as in E.164.*", "e164"),
    PHONE("", "must be a phone number,.*", "phone"),
    USERNAME("", "must be a user name.*", "username"),
    ACCOUNT("", "must be an account id.*", "account"),
    IP("", "must be an IPv4 or IPv6 address", "ip");

    private final Pattern place;
    private final Pattern sentence;
    private final String key;

    Rule(String place, String sentence, String key) {
      this.place = Pattern.compile(place);
      this.sentence = Pattern.compile(sentence);
      this.key = "fault." + key;
    }

    private boolean applies(Fault fault) {
      return place.matcher(fault.pointer()).find() && sentence.matcher(fault.detail()).matches();
    }

    private String say(Words words, Fault fault) {
      Matcher match = sentence.matcher(fault.detail());
      return match.matches() && match.groupCount() > 0
          ? words.t(key, match.group(1))
          : words.t(key);
    }
  }

  private FaultWords() {}

  /** What is wrong, in a sentence. */
  static String say(Words words, Fault fault) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.applies(fault))
        .findFirst()
        .map(rule -> rule.say(words, fault))
        .orElse(fault.detail());
  }

  /** Whether there are words for it. */
  static boolean knows(Fault fault) {
    return Arrays.stream(Rule.values()).anyMatch(rule -> rule.applies(fault));
  }
}
