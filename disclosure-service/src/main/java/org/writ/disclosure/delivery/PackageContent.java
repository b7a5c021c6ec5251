package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.content.Pieces;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * The encrypted packages, by the SHA-256 of their bytes, in pieces. No fold: the log has the hash,
 * and the bytes are deleted when nobody may fetch them any more.
 */
@ApplicationScoped
class PackageContent {

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Pieces pieces;

  PackageContent(DataSource dataSource, Transactions transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.pieces = new Pieces(dataSource, "package_content");
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
    pieces.store(sha256, content);
  }

  /** Whether the package is held, as the current transaction sees it. */
  boolean isHeld(String sha256) {
    return pieces.read(sha256, 0).isPresent();
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
    return transactions.call(() -> pieces.read(sha256, piece)).orElse(null);
  }

  /** Deletes a package, in the current transaction. */
  void delete(String sha256) {
    pieces.delete(sha256);
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
