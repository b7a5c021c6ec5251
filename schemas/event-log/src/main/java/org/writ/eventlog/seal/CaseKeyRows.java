package org.writ.eventlog.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writ.eventlog.Jdbc;

/** The table {@code case_key}: what was wrapped for this service. */
final class CaseKeyRows {

  /** Stands where an erased key stood, so that nobody looks for it on the topic any more. */
  static final byte[] ERASED = {};

  private CaseKeyRows() {}

  /** Empty bytes if it was erased; empty if nothing is known about it. */
  static Optional<byte[]> find(Connection connection, String subject) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT wrapped FROM case_key WHERE subject = ?")) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Adds keys of cases that have none yet, by subject. */
  static void add(Connection connection, Map<String, byte[]> wrapped) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO case_key (subject, wrapped) VALUES (?, ?)")) {
      for (var key : wrapped.entrySet()) {
        insert.setString(1, key.getKey());
        insert.setBytes(2, key.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Keeps what was read, by subject. What is there stays as it is, also when it was erased: a
   * record that is sent again must not bring a key back. Only an erasure takes a key's place.
   */
  static void keep(Connection connection, Map<String, byte[]> wrapped) throws SQLException {
    Set<String> known = known(connection, wrapped.keySet());
    var added = new LinkedHashMap<String, byte[]>();
    for (var key : wrapped.entrySet()) {
      if (!known.contains(key.getKey())) {
        added.put(key.getKey(), key.getValue());
      } else if (key.getValue().length == 0) {
        erase(connection, key.getKey());
      }
    }
    if (!added.isEmpty()) {
      add(connection, added);
    }
  }

  private static Set<String> known(Connection connection, Collection<String> subjects)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT subject FROM case_key WHERE subject IN " + Jdbc.places(subjects))) {
      Jdbc.set(select, 1, subjects);
      var known = new HashSet<String>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
      return known;
    }
  }

  private static void erase(Connection connection, String subject) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE case_key SET wrapped = ? WHERE subject = ?")) {
      update.setBytes(1, ERASED);
      update.setString(2, subject);
      update.executeUpdate();
    }
  }
}
