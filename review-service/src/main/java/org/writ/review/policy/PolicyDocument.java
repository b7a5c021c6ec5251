package org.writ.review.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Text;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a policy's YAML document; what it may say is at {@link PolicyReader}. A document with any
 * fault is refused as a whole, and all its faults are named at once, each with its line and rule.
 */
public final class PolicyDocument {

  static final Text NAME = Text.line(100);
  static final Text SENTENCE = Text.line(1_000);

  /** Leaves room for the country's safeguards, which a finding may cite too. */
  static final Text CITATION = Text.line(900);

  private static final Pattern OF_A_RULE = Pattern.compile("/rules/([0-9]+)(/.*)?");

  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode root;
  private final Lines lines;

  private PolicyDocument(JsonNode root, Lines lines) {
    this.root = root;
    this.lines = lines;
  }

  /**
   * Reads, checks and compiles a policy that comes into force by now, and runs the examples of its
   * rules.
   *
   * @param source where the document comes from, for messages
   * @throws InvalidPolicy if it has faults
   */
  public static Policy read(String source, byte[] document) {
    return read(source, document, PolicyBounds.OF_NEW);
  }

  /**
   * Reads a policy that the log holds, as {@link #read} does, but for bounds that came after it.
   *
   * @param source where the document comes from, for messages
   * @throws InvalidPolicy if it has faults
   */
  static Policy readHeld(String source, byte[] document) {
    return read(source, document, PolicyBounds.OF_HELD);
  }

  private static Policy read(String source, byte[] document, PolicyBounds bounds) {
    JsonNode root = parse(source, document);
    Lines lines = linesOf(source, document);
    if (lines.firstAlias().isPresent()) {
      throw refusal(source, lines.firstAlias().getAsInt(), "has an alias; write it out instead");
    }
    var faults = new Faults();
    return PolicyReader.read(root, digest(document), bounds, faults)
        .orElseThrow(() -> new PolicyDocument(root, lines).refused(source, faults));
  }

  private static Lines linesOf(String source, byte[] document) {
    try {
      return lines(document);
    } catch (YAMLException e) {
      throw refusal(source, 1, "not YAML in UTF-8: " + firstLine(e.getMessage()));
    }
  }

  /** Where the values of a document stand that is YAML. */
  static Lines lines(byte[] document) {
    return Lines.of(new String(document, StandardCharsets.UTF_8));
  }

  /** SHA-256 (hex), byte for byte. */
  static String digest(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  private static JsonNode parse(String source, byte[] document) {
    try {
      return YAML.readTree(document);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw refusal(source, line, "not YAML: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InvalidPolicy refused(String source, Faults faults) {
    return new InvalidPolicy(source, faults.all().stream().map(this::placed).toList());
  }

  private PolicyFault placed(Fault fault) {
    int line = lines.at(fault.pointer());
    Matcher rule = OF_A_RULE.matcher(fault.pointer());
    if (!rule.matches()) {
      return new PolicyFault(line, null, words(fault.pointer(), fault.detail()));
    }
    return new PolicyFault(
        line, name(Integer.parseInt(rule.group(1))), words(rule.group(2), fault.detail()));
  }

  private String name(int index) {
    String id = root.path("rules").path(index).path("id").asText();
    return id.isBlank() ? "number " + (index + 1) : id;
  }

  private static String words(@Nullable String pointer, String detail) {
    return pointer == null || pointer.isEmpty() ? detail : pointer + " " + detail;
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static InvalidPolicy refusal(String source, int line, String detail) {
    return new InvalidPolicy(source, List.of(new PolicyFault(line, null, detail)));
  }
}
