package org.writ.review.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/**
 * Reads a policy's YAML document.
 *
 * <pre>
 *   id: 2024-09-valid-orders          letters, digits, dots and hyphens
 *   effectiveFrom: 2024-09-23         first day, in UTC
 *   mayBeDisclosed: [IP_ADDRESS]      data types that a decision may approve
 *   heldFor: P12M                     how far back data is held (ISO 8601)
 *   grounds: {NO_SUSPECT: …}          grounds for refusal and their public wording
 *   rules:                            at least one; see {@link RuleReader}
 * </pre>
 *
 * <p>A document with any fault is refused as a whole, and all its faults are named at once.
 */
public final class PolicyDocument {

  /** More rules than a person could read; bounds the work of loading. */
  static final int MOST_RULES = 10_000;

  static final Text NAME = Text.line(100);
  static final Text SENTENCE = Text.line(1_000);

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Faults faults = new Faults();

  private PolicyDocument() {}

  /**
   * Reads, checks and compiles a policy and runs the examples of its rules.
   *
   * @param source where the document comes from, for messages
   * @throws InvalidPolicy if it has faults
   */
  public static Policy read(String source, byte[] document) {
    JsonNode root;
    try {
      root = YAML.readTree(document);
    } catch (JsonProcessingException e) {
      throw new InvalidPolicy(source, List.of("not YAML: " + describe(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var reading = new PolicyDocument();
    Optional<Policy> policy = reading.read(root, digest(document));
    return policy.orElseThrow(
        () ->
            new InvalidPolicy(
                source, reading.faults.all().stream().map(PolicyDocument::inWords).toList()));
  }

  private Optional<Policy> read(JsonNode root, String digest) {
    Members members = Members.of(root, "", faults);
    if (members == null) {
      return Optional.empty();
    }
    String id = members.text("id", NAME);
    if (id != null && !id.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      members.fault("id", "must consist of letters, digits, dots and hyphens");
    }
    LocalDate effectiveFrom = members.date("effectiveFrom");
    Period heldFor = heldFor(members);
    Set<String> mayBeDisclosed = mayBeDisclosed(members);
    Map<String, String> grounds = grounds(root, members);
    List<Rule> rules = rules(members, grounds.keySet());
    members.refuseOthers();
    if (!faults.none() || id == null || effectiveFrom == null || heldFor == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(id, digest, effectiveFrom, mayBeDisclosed, heldFor, grounds, rules));
  }

  private static @Nullable Period heldFor(Members members) {
    String text = members.text("heldFor", NAME);
    try {
      Period period = text == null ? null : Period.parse(text);
      if (period != null && (period.isNegative() || period.isZero())) {
        members.fault("heldFor", "must be longer than nothing");
      }
      return period;
    } catch (DateTimeParseException _) {
      members.fault("heldFor", "must be a period (ISO 8601), such as P12M");
      return null;
    }
  }

  private static Set<String> mayBeDisclosed(Members members) {
    var types = new HashSet<String>();
    for (JsonNode element : elements(members, "mayBeDisclosed", DataTypes.ALL.size())) {
      String type = element.asText();
      if (!DataTypes.ALL.contains(type)) {
        members.fault("mayBeDisclosed", "unknown data type " + type);
      } else if (DataTypes.NEVER_DISCLOSED.contains(type)) {
        members.fault(
            "mayBeDisclosed", type + " is never disclosed, so that no policy can allow it");
      } else if (!types.add(type)) {
        members.fault("mayBeDisclosed", type + " is there twice");
      }
    }
    return Set.copyOf(types);
  }

  private Map<String, String> grounds(JsonNode root, Members members) {
    var grounds = new LinkedHashMap<String, String>();
    Members wordings = members.object("grounds");
    if (wordings != null) {
      for (Map.Entry<String, JsonNode> ground : root.path("grounds").properties()) {
        if (!ground.getKey().matches("[A-Z][A-Z_]*")) {
          wordings.fault(ground.getKey(), "must be named in capitals and underscores");
        }
        String wording = wordings.text(ground.getKey(), SENTENCE);
        grounds.put(ground.getKey(), Objects.requireNonNullElse(wording, ""));
      }
    }
    return Map.copyOf(grounds);
  }

  private List<Rule> rules(Members members, Set<String> grounds) {
    var rules = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    int number = 0;
    for (JsonNode node : elements(members, "rules", MOST_RULES)) {
      number++;
      String id = node.path("id").asText();
      String place = "rule " + (id.isBlank() ? "number " + number : id) + ": ";
      if (!id.isBlank() && !ids.add(id)) {
        faults.add(place, "another rule has this id already");
      }
      Members rule = Members.of(node, place, faults);
      if (rule != null) {
        new RuleReader(node, rule, place, faults, grounds).read().ifPresent(rules::add);
      }
    }
    return List.copyOf(rules);
  }

  private static Iterable<JsonNode> elements(Members members, String name, int max) {
    JsonNode array = members.array(name, max);
    return array == null ? List.of() : array;
  }

  private static String inWords(Fault fault) {
    return fault.pointer().isEmpty() ? fault.detail() : fault.pointer() + " " + fault.detail();
  }

  private static String describe(JsonProcessingException e) {
    return e.getLocation() == null
        ? e.getOriginalMessage()
        : "line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage());
  }

  private static String digest(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
