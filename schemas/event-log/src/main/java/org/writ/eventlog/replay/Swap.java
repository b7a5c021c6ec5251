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
  private final String live;

  /** With the connection to the shadow database and the name of the live one. */
  Swap(DataSource shadow, String live) {
    this.shadow = shadow;
    this.live = live;
  }

  /** All tables at once: MariaDB renames several tables as one step. */
  void run(List<String> tables) {
    Jdbc.run(
        shadow,
        connection -> {
          String rebuilt = connection.getCatalog();
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
