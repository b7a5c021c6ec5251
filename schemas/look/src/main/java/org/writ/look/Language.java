package org.writ.look;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. */
public enum Language {
  /** English, which is also what somebody gets who reads none of the four. */
  EN("en", "English", "d MMM uuuu"),
  /** German. */
  DE("de", "Deutsch", "d. MMM uuuu"),
  /** French. */
  FR("fr", "Français", "d MMM uuuu"),
  /** Hindi. */
  HI("hi", "हिन्दी", "d MMM uuuu");

  private final String tag;
  private final String ownName;
  private final String dayPattern;

  Language(String tag, String ownName, String dayPattern) {
    this.tag = tag;
    this.ownName = ownName;
    this.dayPattern = dayPattern;
  }

  /** As in the attribute {@code lang} (BCP 47). */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For names of countries and months. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** How a day is written, as in {@link java.time.format.DateTimeFormatter}. */
  String dayPattern() {
    return dayPattern;
  }

  /** The language with this tag; empty if it is none of the four. */
  public static Optional<Language> of(@Nullable String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * The language that suits a reader best.
   *
   * @param acceptLanguage the header {@code Accept-Language} (RFC 9110, 12.5.4); null or malformed:
   *     no preference
   */
  public static Language preferred(@Nullable String acceptLanguage) {
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage == null ? "" : acceptLanguage);
      String tag = Locale.lookupTag(ranges, List.of(EN.tag, DE.tag, FR.tag, HI.tag));
      return of(tag).orElse(EN);
    } catch (IllegalArgumentException malformed) {
      return EN;
    }
  }
}
