package org.writ.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.writ.look.Moments;
import org.writ.look.Words;

/** Days in UTC, as pages show them. Pure. */
public final class Days {

  private Days() {}

  /** A day that somebody typed; as it is if it is none. */
  public static String of(Words words, String typed) {
    try {
      return new Moments(words).day(LocalDate.parse(typed));
    } catch (DateTimeException noDay) {
      return typed;
    }
  }

  public static String of(Words words, Instant moment) {
    return new Moments(words).day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }
}
