package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * The bytes of documents, encrypted with the case key, by the document's id, in pieces. No fold:
 * the log has the digest. They are in the database, and not in a folder, so that they are written
 * in the transaction that appends {@code DocumentReceived}: a crash leaves neither an acknowledged
 * document without bytes nor bytes that nobody knows of, and every instance of the service reads
 * them.
 */
@ApplicationScoped
class DocumentContent {

  /** Size of a piece in bytes: far below what the database takes in one statement. */
  private static final int PIECE_BYTES = 1 << 20;

  private final DataSource dataSource;
  private final Transactions transactions;

  DocumentContent(DataSource dataSource, Transactions transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Stores a document's encrypted bytes, in the current transaction. */
  void store(String documentId, InputStream ciphertext) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO document_content (document_id, piece, bytes) VALUES (?, ?, ?)")) {
            int number = 0;
            for (byte[] piece = ciphertext.readNBytes(PIECE_BYTES);
                piece.length > 0;
                piece = ciphertext.readNBytes(PIECE_BYTES)) {
              insert.setString(1, documentId);
              insert.setInt(2, number++);
              insert.setBytes(3, piece);
              insert.executeUpdate();
            }
          } catch (IOException failure) {
            throw new IllegalStateException("The document could not be read back", failure);
          }
        });
  }

  /**
   * The encrypted bytes, piece by piece, each read in a transaction of its own, so that a slow
   * reader holds none open. The encryption tells whether one is missing.
   */
  InputStream open(String documentId) {
    return new SequenceInputStream(new Pieces(documentId));
  }

  /** Deletes the bytes of a document, in the current transaction. */
  void delete(String documentId) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM document_content WHERE document_id = ?")) {
            delete.setString(1, documentId);
            delete.executeUpdate();
          }
        });
  }

  private Optional<byte[]> piece(String documentId, int number) {
    return transactions.call(
        () ->
            Jdbc.call(
                dataSource,
                connection -> {
                  try (PreparedStatement select =
                      connection.prepareStatement(
                          "SELECT bytes FROM document_content WHERE document_id = ? AND piece ="
                              + " ?")) {
                    select.setString(1, documentId);
                    select.setInt(2, number);
                    try (ResultSet row = select.executeQuery()) {
                      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                    }
                  }
                }));
  }

  /** Reads ahead by one piece, to know whether there is another. */
  private final class Pieces implements Enumeration<InputStream> {

    private final String documentId;
    private int number;
    private byte @Nullable [] next;

    Pieces(String documentId) {
      this.documentId = documentId;
      this.next = piece(documentId, 0).orElse(null);
    }

    @Override
    public boolean hasMoreElements() {
      return next != null;
    }

    @Override
    public InputStream nextElement() {
      byte[] current = next;
      if (current == null) {
        throw new NoSuchElementException();
      }
      next = piece(documentId, ++number).orElse(null);
      return new ByteArrayInputStream(current);
    }
  }
}
