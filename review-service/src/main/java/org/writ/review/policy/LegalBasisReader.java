package org.writ.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.writ.review.vocabulary.Vocabulary;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;

/**
 * Reads what a policy says about one kind of legal process.
 *
 * <pre>
 *   process: COURT_ORDER
 *   basis: …                          the law that it rests on
 *   issuers:                          who may ask for what with it
 *     - {authority: COURT, dataTypes: [IP_ADDRESS, PHONE_NUMBER]}
 *   discloses: [IP_ADDRESS]           what a decision may approve to be disclosed; may be empty
 *   preserves: []                     of a PRESERVATION_ORDER, which discloses nothing: what may be
 *                                     approved to be kept; may be absent
 *   bars: [CONTENT, TRAFFIC]          what it never may; nothing that is disclosed or kept
 *   mustContain:                      shown to reviewers beside the order
 *     - The day on which it was issued.
 *   answerWithin: P30D                shown to them, too: how soon the policy wants it answered;
 *                                     ISO 8601, such as P10D or PT8H. Until when it has to be, the
 *                                     deadline, intake says
 *   twoPersons: false                 whether two persons approve it
 * </pre>
 *
 * <p>A preservation order is answered by putting the data aside, so that {@code answerWithin} is
 * not how long it is kept then: that is 60 days and 30 more under Regulation (EU) 2023/1543,
 * Article 11(1), 90 days and 90 more under 18 U.S.C. 2703(f)(2). The policy may want it sooner than
 * the deadline asks: of certificates for preservation the regulation says "without undue delay".
 */
final class LegalBasisReader {

  private static final int MOST_SENTENCES = 100;
  private static final String PRESERVATION = "PRESERVATION_ORDER";

  private final Members members;
  private final Faults faults;

  LegalBasisReader(Members members, Faults faults) {
    this.members = members;
    this.faults = faults;
  }

  /** The legal basis; null, with faults noted, if it cannot be used. */
  @Nullable LegalBasis read() {
    String process = Vocabulary.PROCESSES.one(members, "process");
    String basis = members.text("basis", PolicyDocument.SENTENCE);
    Map<String, Set<String>> issuers = issuers();
    Set<String> discloses = Vocabulary.DATA_TYPES.any(members, "discloses");
    Set<String> preserves = Vocabulary.DATA_TYPES.any(members, "preserves");
    Set<String> bars = Vocabulary.DATA_TYPES.any(members, "bars");
    refuseContradictions("discloses", discloses, bars);
    refuseContradictions("preserves", preserves, bars);
    if (!preserves.isEmpty() && !PRESERVATION.equals(process)) {
      members.fault("preserves", "belongs to a " + PRESERVATION + " only");
    }
    if (!discloses.isEmpty() && PRESERVATION.equals(process)) {
      members.fault("discloses", "must be empty: nothing is disclosed upon a " + PRESERVATION);
    }
    List<String> mustContain = mustContain();
    Duration answerWithin = answerWithin();
    Boolean twoPersons = members.flag("twoPersons");
    return process == null || basis == null || answerWithin == null || twoPersons == null
        ? null
        : new LegalBasis(
            process,
            basis,
            issuers,
            discloses,
            preserves,
            bars,
            mustContain,
            answerWithin,
            twoPersons);
  }

  private Map<String, Set<String>> issuers() {
    var issuers = new LinkedHashMap<String, Set<String>>();
    JsonNode array = members.array("issuers", MOST_SENTENCES);
    for (int i = 0; array != null && i < array.size(); i++) {
      Members issuer = Members.of(array.get(i), members.pointer("issuers") + "/" + i, faults);
      if (issuer == null) {
        continue;
      }
      String authority = Vocabulary.AUTHORITIES.one(issuer, "authority");
      Set<String> dataTypes = Vocabulary.DATA_TYPES.some(issuer, "dataTypes");
      if (authority != null && issuers.putIfAbsent(authority, dataTypes) != null) {
        issuer.fault("authority", authority + " is there twice");
      }
      issuer.refuseOthers();
    }
    return Map.copyOf(issuers);
  }

  private void refuseContradictions(String member, Set<String> approvable, Set<String> bars) {
    for (String type : new TreeSet<>(approvable)) {
      if (Vocabulary.NEVER_DISCLOSED.contains(type)) {
        members.fault(member, type + " is never disclosed, so that no policy can allow it");
      } else if (bars.contains(type)) {
        members.fault(
            "bars",
            "%s is both %s and barred"
                .formatted(type, member.equals("discloses") ? "disclosed" : "preserved"));
      }
    }
  }

  private List<String> mustContain() {
    var sentences = new ArrayList<String>();
    JsonNode array = members.array("mustContain", MOST_SENTENCES);
    if (array != null) {
      for (JsonNode element : array) {
        String sentence = element.asText();
        if (!element.isTextual() || !PolicyDocument.SENTENCE.faults(sentence).isEmpty()) {
          members.fault("mustContain", "must consist of sentences of at most 1000 characters");
        }
        sentences.add(sentence);
      }
    }
    return List.copyOf(sentences);
  }

  private @Nullable Duration answerWithin() {
    String text = members.text("answerWithin", PolicyDocument.NAME);
    try {
      Duration duration = text == null ? null : Duration.parse(text);
      if (duration != null && !duration.isPositive()) {
        members.fault("answerWithin", "must be longer than nothing");
      } else if (duration != null
          && duration.compareTo(Duration.ofDays(PolicyReader.MOST_DAYS)) > 0) {
        members.fault("answerWithin", PolicyReader.TOO_LONG);
      }
      return duration;
    } catch (DateTimeParseException _) {
      members.fault("answerWithin", "must be a duration (ISO 8601), such as P10D or PT8H");
      return null;
    }
  }
}
