package org.writ.web.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The services' one JSON setup: what two parsers could read differently is not read at all (RFC
 * 7493, I-JSON). No member twice, nothing after the value, UTF-8 only, no deep nesting. Bodies are
 * read as trees, so that no value is silently turned into one of another type.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

  /** api.md nests four deep; more is an attack on the parser. */
  private static final int MAX_DEPTH = 32;

  private static final int MAX_NAME_LENGTH = 1_000;
  private static final int MAX_NUMBER_LENGTH = 100;

  /**
   * Bounded by the body's size already; the validation gives each text its own bound and names it.
   */
  private static final int MAX_STRING_LENGTH = 64 * 1024 * 1024;

  @Override
  public void customize(ObjectMapper mapper) {
    JsonFactory factory = mapper.getFactory();
    factory.setStreamReadConstraints(
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(MAX_NAME_LENGTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxStringLength(MAX_STRING_LENGTH)
            .build());
    factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Reads a body as a tree.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not JSON; the detail tells
   *     where, and repeats nothing of the body
   */
  public static JsonNode read(ObjectMapper mapper, byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode tree = mapper.readTree(text);
      if (tree == null || tree.isMissingNode()) {
        throw Problems.malformed("The body is empty; a JSON object is expected.");
      }
      return tree;
    } catch (CharacterCodingException notUtf8) {
      throw Problems.malformed("The body is not UTF-8.");
    } catch (JsonProcessingException notJson) {
      throw malformed(notJson.getLocation());
    }
  }

  /**
   * SHA-256 (hex) of the tree with sorted members and no white space, so that the same content has
   * the same digest however it was written.
   */
  public static String digest(ObjectMapper mapper, JsonNode tree) {
    try {
      byte[] canonical =
          mapper.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED).writeValueAsBytes(tree);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Every tree can be written and every JDK has SHA-256", impossible);
    }
  }

  /** 400 that tells where, and repeats nothing of the body. */
  static HttpProblem malformed(@Nullable JsonLocation location) {
    String place =
        location == null
            ? "the structure"
            : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    return Problems.malformed(
        "The body is not well-formed JSON without repeated members; see " + place + ".");
  }
}
