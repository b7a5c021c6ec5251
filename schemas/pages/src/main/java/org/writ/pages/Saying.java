package org.writ.pages;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.look.Words;

/**
 * A sentence of a service, which is English, and what pages say instead. Pure.
 *
 * @param sentence matches the whole sentence; its first group, if it has one, is a value in it
 * @param key of the page's words
 * @param value how the page writes that value
 */
public record Saying(Pattern sentence, String key, UnaryOperator<String> value) {

  /** With the value as the service writes it. */
  public static Saying of(String sentence, String key) {
    return of(sentence, key, UnaryOperator.identity());
  }

  /** With the value written in another way. */
  public static Saying of(String sentence, String key, UnaryOperator<String> value) {
    return new Saying(Pattern.compile(sentence, Pattern.DOTALL), key, value);
  }

  /** What the page says; empty if this is another sentence. */
  public Optional<String> say(Words words, String said) {
    Matcher match = sentence.matcher(said);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        match.groupCount() > 0 ? words.t(key, value.apply(match.group(1))) : words.t(key));
  }
}
