package org.writ.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a body with one very long array: its elements are handed over one by one and never stand in
 * memory together. As strict as {@link StrictJson}.
 */
public final class StreamedJson {

  /** No element is longer; the parser reads ahead by less. In characters. */
  private static final int MAX_ELEMENT = 64 * 1024;

  private final ObjectMapper mapper;
  private final ObjectReader one;
  private final Bounds bounds;
  private final Allowance text;
  private long restLeft;

  /**
   * How much is read.
   *
   * @param bytes of the whole body, at most
   * @param rest characters of everything but the array, at most
   */
  public record Bounds(long bytes, long rest) {}

  private StreamedJson(ObjectMapper mapper, InputStream body, Bounds bounds) {
    this.mapper = mapper;
    this.one = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.bounds = bounds;
    this.restLeft = bounds.rest();
    this.text =
        new Allowance(
            new InputStreamReader(
                new Limited(body, bounds.bytes()), StandardCharsets.UTF_8.newDecoder()),
            bounds);
  }

  /**
   * Reads a body.
   *
   * @param member the member with the array
   * @param elements receives each element, in order
   * @return the body with an empty array in place of that one; if that member is no array, or the
   *     body no object, as it came
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not JSON, 413 if it is too
   *     long
   */
  public static JsonNode read(
      ObjectMapper mapper,
      InputStream body,
      Bounds bounds,
      String member,
      Consumer<JsonNode> elements) {
    var streamed = new StreamedJson(mapper, body, bounds);
    try (JsonParser parser = mapper.getFactory().createParser(streamed.text)) {
      return streamed.read(parser, member, elements);
    } catch (CharacterCodingException notUtf8) {
      throw Problems.malformed("The body is not UTF-8.");
    } catch (JsonProcessingException notJson) {
      throw StrictJson.malformed(notJson.getLocation());
    } catch (IOException interrupted) {
      throw Problems.malformed("The body ended before it was complete.");
    }
  }

  private JsonNode read(JsonParser parser, String member, Consumer<JsonNode> elements)
      throws IOException {
    text.allow(restLeft);
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw Problems.malformed("The body is empty; a JSON object is expected.");
    }
    JsonNode body =
        first == JsonToken.START_OBJECT ? members(parser, member, elements) : tree(parser);
    if (parser.nextToken() != null) {
      throw StrictJson.malformed(parser.currentLocation());
    }
    return body;
  }

  private JsonNode members(JsonParser parser, String member, Consumer<JsonNode> elements)
      throws IOException {
    var body = mapper.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      long begin = parser.currentLocation().getCharOffset();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(member)) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          text.allow(MAX_ELEMENT);
          elements.accept(tree(parser));
        }
        body.putArray(name);
      } else {
        body.set(name, tree(parser));
        restLeft -= parser.currentLocation().getCharOffset() - begin;
      }
      text.allow(restLeft);
    }
    return body;
  }

  /** The value that begins at the parser's token; others may follow. */
  private JsonNode tree(JsonParser parser) throws IOException {
    return one.readTree(parser);
  }

  /** Counts the bytes. */
  private static final class Limited extends FilterInputStream {

    private final long max;
    private long read;

    private Limited(InputStream body, long max) {
      super(body);
      this.max = max;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > max) {
        throw Problems.tooLarge(max);
      }
    }
  }

  /** Ends the reading of what is longer than it may be before all of it is in memory. */
  private static final class Allowance extends FilterReader {

    private final Bounds bounds;
    private long left;

    private Allowance(Reader text, Bounds bounds) {
      super(text);
      this.bounds = bounds;
    }

    private void allow(long characters) {
      left = characters;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int characters) {
      left -= characters;
      if (left < 0) {
        throw Problems.tooLong(MAX_ELEMENT, bounds.rest());
      }
    }
  }
}
