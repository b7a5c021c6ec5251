package org.writ.transparency.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/** The tables {@code leaf} and {@code tile}. */
@ApplicationScoped
class LedgerRows implements Tiles.Store {

  private final DataSource dataSource;

  LedgerRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  long treeSize() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT COALESCE(MAX(leaf_index) + 1, 0) FROM leaf");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  void insert(List<Leaf> leaves) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO leaf (leaf_index, digest, topic, partition_id, record_offset,"
                      + " subject, sequence) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Leaf leaf : leaves) {
              insert.setLong(1, leaf.index());
              insert.setBytes(2, leaf.digest().bytes());
              insert.setString(3, leaf.stream().topic());
              insert.setInt(4, leaf.partition());
              insert.setLong(5, leaf.offset());
              insert.setString(6, leaf.stream().subject());
              insert.setLong(7, leaf.sequence());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  void put(Collection<Tile> tiles) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO tile (level, tile_index, hashes) VALUES (?, ?, ?)"
                      + " ON DUPLICATE KEY UPDATE hashes = VALUES(hashes)")) {
            for (Tile tile : tiles) {
              upsert.setInt(1, tile.level());
              upsert.setLong(2, tile.index());
              upsert.setBytes(3, tile.hashes());
              upsert.addBatch();
            }
            upsert.executeBatch();
          }
        });
  }

  @Override
  public Optional<Tile> tile(int level, long index) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT hashes FROM tile WHERE level = ? AND tile_index = ?")) {
            select.setInt(1, level);
            select.setLong(2, index);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Tile(level, index, row.getBytes(1)))
                  : Optional.empty();
            }
          }
        });
  }

  /** The entries of these indexes, in order; fewer if the log ends before. */
  List<Hash> entries(long from, int count) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT digest FROM leaf WHERE leaf_index >= ? AND leaf_index < ?"
                      + " ORDER BY leaf_index")) {
            select.setLong(1, from);
            select.setLong(2, from + count);
            try (ResultSet rows = select.executeQuery()) {
              var entries = new ArrayList<Hash>();
              while (rows.next()) {
                entries.add(new Hash(rows.getBytes(1)));
              }
              return entries;
            }
          }
        });
  }

  /** Index of the first leaf with this digest. */
  OptionalLong find(Hash digest) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT leaf_index FROM leaf WHERE digest = ? ORDER BY leaf_index LIMIT 1")) {
            select.setBytes(1, digest.bytes());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
          }
        });
  }

  /** The highest sequence of each of these streams that is in the ledger; absent if none is. */
  Map<Leaf.Stream, Long> lastSequences(Collection<Leaf.Stream> streams) {
    return Jdbc.call(
        dataSource,
        connection -> {
          var last = new HashMap<Leaf.Stream, Long>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT sequence FROM leaf WHERE topic = ? AND subject = ?"
                      + " ORDER BY sequence DESC LIMIT 1")) {
            for (Leaf.Stream stream : streams) {
              select.setString(1, stream.topic());
              select.setString(2, stream.subject());
              try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                  last.put(stream, row.getLong(1));
                }
              }
            }
          }
          return last;
        });
  }
}
