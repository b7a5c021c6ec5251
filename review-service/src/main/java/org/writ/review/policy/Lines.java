package org.writ.review.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * On which line of a YAML document its values stand, by JSON pointer. Read from the parser's
 * events, so that nothing of the document is put together and nesting costs no stack.
 */
final class Lines {

  private final Map<String, Integer> byPointer = new HashMap<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private int alias;

  private Lines() {}

  /**
   * Reads the lines.
   *
   * @param yaml one document that is YAML
   */
  static Lines of(String yaml) {
    var lines = new Lines();
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    for (Event event : new Yaml(options).parse(new StringReader(yaml))) {
      lines.read(event);
    }
    return lines;
  }

  /** The line of a value, from 1; that of what it would be in, if it is not there. */
  int at(String pointer) {
    String place = pointer;
    while (!place.isEmpty()) {
      Integer line = byPointer.get(place);
      if (line != null) {
        return line;
      }
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return byPointer.getOrDefault("", 1);
  }

  /** The line of the first alias ({@code *name}), which nobody who reads a policy should need. */
  OptionalInt firstAlias() {
    return alias == 0 ? OptionalInt.empty() : OptionalInt.of(alias);
  }

  private void read(Event event) {
    switch (event) {
      case MappingStartEvent _ -> open.push(new Place(started(event), true));
      case CollectionStartEvent _ -> open.push(new Place(started(event), false));
      case CollectionEndEvent _ -> open.pop();
      case ScalarEvent scalar -> scalar(scalar);
      case AliasEvent _ -> {
        alias = alias == 0 ? line(event) : alias;
        started(event);
      }
      default -> {
        // Begins or ends a document, which says nothing about a value.
      }
    }
  }

  private void scalar(ScalarEvent scalar) {
    Place place = open.peek();
    if (place != null && place.mapping && place.key == null) {
      place.key = scalar.getValue();
      byPointer.putIfAbsent(place.child(), line(scalar));
    } else {
      started(scalar);
    }
  }

  /** The pointer of a value that starts here. */
  private String started(Event event) {
    Place place = open.peek();
    String pointer = place == null ? "" : place.child();
    byPointer.putIfAbsent(pointer, line(event));
    if (place != null) {
      place.next();
    }
    return pointer;
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  /** A mapping or a sequence whose end has not been read yet. */
  private static final class Place {

    private final String pointer;
    private final boolean mapping;
    private @Nullable String key;
    private int index;

    Place(String pointer, boolean mapping) {
      this.pointer = pointer;
      this.mapping = mapping;
    }

    String child() {
      String name = mapping ? String.valueOf(key) : Integer.toString(index);
      return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    void next() {
      key = null;
      index++;
    }
  }
}
