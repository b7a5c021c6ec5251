package org.writ.review.desk;

import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.look.Words;

/** How pages name people, of whom the log has opaque ids only. Pure. */
public final class People {

  private static final int SHORT = 8;

  private People() {}

  /** "You", or the beginning of the id; empty for nobody. */
  public static String name(Words words, String reader, @Nullable String id) {
    if (id == null) {
      return "";
    }
    return id.equals(reader) ? words.t("person.you") : shortened(id);
  }

  /** An actor of the log: the role, and who it is. */
  public static String actor(Words words, String reader, String text) {
    Actor actor = Actor.parse(text);
    return words.of("role", actor.role()) + " · " + name(words, reader, actor.id());
  }

  /** Enough of an id to tell people apart. */
  private static String shortened(String id) {
    return id.matches("[0-9a-f]{8}-.*") ? id.substring(0, SHORT) : id;
  }
}
