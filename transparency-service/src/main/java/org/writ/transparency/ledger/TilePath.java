package org.writ.transparency.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile or an entry bundle, after {@code /tile/} (C2SP tlog-tiles):
 *
 * <pre>
 *   path    = ( level | "entries" ) "/" number [ ".p/" width ]
 *   level   = 0 to 63, decimal
 *   number  = *( "x" 3digit "/" ) 3digit         1234067 is x001/x234/067
 *   width   = 1 to 255, decimal, of a tile that is not full
 * </pre>
 *
 * @param entries whether it is a bundle of entries
 * @param level the tile's level; 0 for an entry bundle
 * @param index the tile's number within its level
 * @param width number of hashes or entries, 1 to 256
 */
public record TilePath(boolean entries, int level, long index, int width) {

  private static final int GROUP = 1000;

  /** 5 groups are 10^15 tiles; no tree is as large. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<level>0|[1-9]\\d?|entries)/(?<number>(?:x\\d{3}/){0,4}\\d{3})"
              + "(?:\\.p/(?<width>[1-9]\\d{0,2}))?");

  private static final int LAST_LEVEL = 63;

  /** Reads a path; empty if it is none, also if it is not written in the shortest way. */
  public static Optional<TilePath> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String level = matcher.group("level");
    String width = matcher.group("width");
    long index = Long.parseLong(matcher.group("number").replace("x", "").replace("/", ""));
    boolean entries = level.equals("entries");
    TilePath parsed =
        new TilePath(
            entries,
            entries ? 0 : Integer.parseInt(level),
            index,
            width == null ? Tile.WIDTH : Integer.parseInt(width));
    boolean valid =
        parsed.level <= LAST_LEVEL
            && (width == null || parsed.width < Tile.WIDTH)
            && parsed.toString().equals(path);
    return valid ? Optional.of(parsed) : Optional.empty();
  }

  /** Whether it addresses a full tile or bundle, which never changes. */
  public boolean isFull() {
    return width == Tile.WIDTH;
  }

  @Override
  public String toString() {
    String number = "%03d".formatted(index % GROUP);
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      number = "x%03d/".formatted(rest % GROUP) + number;
    }
    return (entries ? "entries" : String.valueOf(level))
        + "/"
        + number
        + (isFull() ? "" : ".p/" + width);
  }
}
