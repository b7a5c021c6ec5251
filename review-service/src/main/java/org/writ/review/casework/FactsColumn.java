package org.writ.review.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.writ.events.review.FactUsed;

/** The facts of a finding in one column: a JSON array of pairs of a name and a value. */
@ApplicationScoped
class FactsColumn {

  private static final TypeReference<List<List<String>>> PAIRS = new TypeReference<>() {};

  private final ObjectMapper json;

  FactsColumn(ObjectMapper json) {
    this.json = json;
  }

  /** The same facts always give the same text. */
  String write(List<FactUsed> facts) {
    try {
      return json.writeValueAsString(
          facts.stream().map(used -> List.of(used.getFact(), used.getFound())).toList());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<FactUsed> read(String column) {
    try {
      return json.readValue(column, PAIRS).stream()
          .map(pair -> new FactUsed(pair.getFirst(), pair.getLast()))
          .toList();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The facts of a finding are not what was written", broken);
    }
  }

  /** For the rows of one query. */
  Reader reader() {
    return new Reader();
  }

  /** Reads what {@link #write} wrote, equal columns once. Not thread-safe. */
  final class Reader {

    private final Map<String, List<FactUsed>> known = new HashMap<>();

    private Reader() {}

    List<FactUsed> read(String column) {
      return known.computeIfAbsent(column, FactsColumn.this::read);
    }
  }
}
