package org.writ.disclosure.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/**
 * A table of encrypted bytes with the columns {@code sha256}, {@code piece} (from 0) and {@code
 * bytes}. Works in the current transaction.
 */
public final class Pieces {

  /** Size of a piece in bytes: far below what the database takes in one statement. */
  public static final int BYTES = 1 << 20;

  private final DataSource dataSource;
  private final String table;

  /** Of this table. */
  public Pieces(DataSource dataSource, String table) {
    this.dataSource = dataSource;
    this.table = table;
  }

  /**
   * Stores all bytes of a file.
   *
   * @param sha256 of the bytes, hex
   */
  public void store(String sha256, FileChannel content) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO %s (sha256, piece, bytes) VALUES (?, ?, ?)".formatted(table))) {
            var buffer = ByteBuffer.allocate(BYTES);
            int piece = 0;
            for (long at = 0; at < content.size(); at += buffer.limit()) {
              fill(buffer, content, at);
              insert.setString(1, sha256);
              insert.setInt(2, piece++);
              insert.setBytes(3, bytes(buffer));
              insert.executeUpdate();
            }
          } catch (IOException failure) {
            throw new SQLException("The bytes could not be read back", failure);
          }
        });
  }

  private static void fill(ByteBuffer buffer, FileChannel content, long at) throws IOException {
    buffer.clear();
    long position = at;
    while (buffer.hasRemaining()) {
      int read = content.read(buffer, position);
      if (read < 0) {
        break;
      }
      position += read;
    }
    buffer.flip();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** A piece of what was stored; empty behind the last, or if nothing is. */
  public Optional<byte[]> read(String sha256, int piece) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT bytes FROM %s WHERE sha256 = ? AND piece = ?".formatted(table))) {
            select.setString(1, sha256);
            select.setInt(2, piece);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  /** Deletes what was stored, if anything is. */
  public void delete(String sha256) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM %s WHERE sha256 = ?".formatted(table))) {
            delete.setString(1, sha256);
            delete.executeUpdate();
          }
        });
  }
}
