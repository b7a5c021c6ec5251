package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * The encrypted packages, by the SHA-256 of their bytes, in pieces. No fold: the log has the hash,
 * and the bytes are deleted when nobody may fetch them any more.
 */
@ApplicationScoped
class PackageContent {

  /** Size of a piece in bytes: far below what the database takes in one statement. */
  static final int PIECE_BYTES = 1 << 20;

  private final DataSource dataSource;
  private final Transactions transactions;

  PackageContent(DataSource dataSource, Transactions transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** The bytes are not those that were stored. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String sha256) {
      super("The package %s is damaged or incomplete".formatted(sha256));
    }
  }

  /** Stores a package, in the current transaction. */
  void store(String sha256, FileChannel content) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO package_content (sha256, piece, bytes) VALUES (?, ?, ?)")) {
            var buffer = ByteBuffer.allocate(PIECE_BYTES);
            int piece = 0;
            for (long at = 0; at < content.size(); at += buffer.limit()) {
              fill(buffer, content, at);
              insert.setString(1, sha256);
              insert.setInt(2, piece++);
              insert.setBytes(3, bytes(buffer));
              insert.executeUpdate();
            }
          } catch (IOException failure) {
            throw new SQLException("The package could not be read back", failure);
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

  /** Whether the package is held, as the current transaction sees it. */
  boolean isHeld(String sha256) {
    return Jdbc.call(dataSource, connection -> piece(connection, sha256, 0) != null);
  }

  /**
   * Writes a package piece by piece, each read in a transaction of its own, so that a slow reader
   * holds none open. The last piece is written only if all of them make the hash.
   *
   * @throws Damaged if they do not, or if the package was deleted meanwhile
   */
  void writeTo(String sha256, OutputStream out) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] piece = read(sha256, 0);
    for (int next = 1; piece != null; next++) {
      digest.update(piece);
      byte[] following = read(sha256, next);
      if (following == null && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new Damaged(sha256);
      }
      out.write(piece);
      piece = following;
      if (piece == null) {
        return;
      }
    }
    throw new Damaged(sha256);
  }

  private byte @Nullable [] read(String sha256, int piece) {
    return transactions
        .call(
            () ->
                Jdbc.call(
                    dataSource,
                    connection -> java.util.Optional.ofNullable(piece(connection, sha256, piece))))
        .orElse(null);
  }

  private static byte @Nullable [] piece(Connection connection, String sha256, int piece)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT bytes FROM package_content WHERE sha256 = ? AND piece = ?")) {
      select.setString(1, sha256);
      select.setInt(2, piece);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }

  /** Deletes a package, in the current transaction. */
  void delete(String sha256) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM package_content WHERE sha256 = ?")) {
            delete.setString(1, sha256);
            delete.executeUpdate();
          }
        });
  }

  /**
   * Deletes the packages that were acknowledged by then, in the current transaction.
   *
   * @return number of pieces
   */
  int deleteAcknowledgedBy(Instant time) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM package_content WHERE sha256 IN (SELECT sha256 FROM delivery"
                      + " WHERE status = 'DELIVERED' AND closed_at <= ?)")) {
            delete.setObject(1, time.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
            return delete.executeUpdate();
          }
        });
  }
}
