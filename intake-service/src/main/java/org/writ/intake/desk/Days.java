package org.writ.intake.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.writ.look.Moments;
import org.writ.look.Words;

/** Days in UTC, as pages show them. Pure. */
final class Days {

  private Days() {}

  static String of(Words words, Instant moment) {
    return new Moments(words).day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }
}
