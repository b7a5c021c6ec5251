package org.writ.pages;

import java.text.NumberFormat;
import java.util.List;
import org.writ.look.Words;

/** Sizes of files as people read them, in binary units (IEC 80000-13). Pure. */
final class Sizes {

  private static final int STEP = 1024;
  private static final List<String> UNITS = List.of("byte", "kib", "mib", "gib");

  private Sizes() {}

  /** {@code 1.4 MiB}, with the decimal sign of the language. */
  static String of(Words words, long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.size() - 1) {
      value /= STEP;
      unit++;
    }
    var number = NumberFormat.getInstance(words.language().locale());
    number.setMaximumFractionDigits(unit == 0 ? 0 : 1);
    return words.t("size." + UNITS.get(unit), number.format(value));
  }
}
