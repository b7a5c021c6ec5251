package org.writ.eventlog.replay;

import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/**
 * Puts rebuilt tables in place of the live ones; the live ones stay in the shadow database under
 * the name {@code old_<table>}.
 */
final class Swap {

  private final DataSource shadow;

  Swap(DataSource shadow) {
    this.shadow = shadow;
  }

  /** All tables at once: MariaDB renames several tables as one step. */
  void run(List<String> tables) {
    Jdbc.run(
        shadow,
        connection -> {
          String rebuilt = connection.getCatalog();
          String live = rebuilt.substring(0, rebuilt.length() - RebuildMode.SHADOW_SUFFIX.length());
          String renames =
              tables.stream()
                  .flatMap(
                      table ->
                          Stream.of(
                              "`%s`.`%s` TO `%s`.`old_%s`".formatted(live, table, rebuilt, table),
                              "`%s`.`%s` TO `%s`.`%s`".formatted(rebuilt, table, live, table)))
                  .collect(Collectors.joining(", "));
          try (Statement statement = connection.createStatement()) {
            // Somebody who reads the tables keeps them from being renamed: say so instead of
            // waiting for ever.
            statement.execute("SET SESSION lock_wait_timeout = 20");
            statement.execute("RENAME TABLE " + renames);
          }
        });
  }
}
