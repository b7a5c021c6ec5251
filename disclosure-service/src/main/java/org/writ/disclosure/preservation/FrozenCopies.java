package org.writ.disclosure.preservation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.disclosure.content.Pieces;
import org.writ.disclosure.content.Spool;
import org.writ.eventlog.seal.CaseKeys;

/**
 * The copies, encrypted with their case's key, by the SHA-256 of their bytes: without the key,
 * which an erasure destroys, nobody reads them. No fold: the log has the hash, and the bytes are
 * deleted when their time is over.
 */
@ApplicationScoped
class FrozenCopies {

  /** What the encrypted bytes are, so that they open as nothing else. */
  private static final String ASSOCIATED = "preservation ";

  private final CaseKeys keys;
  private final ObjectMapper mapper;
  private final Pieces pieces;

  FrozenCopies(CaseKeys keys, ObjectMapper mapper, DataSource dataSource) {
    this.keys = keys;
    this.mapper = mapper;
    this.pieces = new Pieces(dataSource, "preserved_content");
  }

  /**
   * Begins a copy; what was in the spool is forgotten.
   *
   * @return empty if the case's key is erased
   */
  Optional<CopyWriter> begin(String requestId, String preservationId, Spool spool)
      throws IOException {
    var encrypting = keys.encrypting(requestId, associated(preservationId), spool.begin());
    return encrypting.isPresent()
        ? Optional.of(new CopyWriter(mapper, encrypting.get()))
        : Optional.empty();
  }

  /** What a copy's bytes are encrypted together with. */
  static String associated(String preservationId) {
    return ASSOCIATED + preservationId;
  }

  /** Stores a copy, in the current transaction. */
  void store(String sha256, FileChannel content) {
    pieces.store(sha256, content);
  }

  /** Deletes a copy, in the current transaction. */
  void delete(String sha256) {
    pieces.delete(sha256);
  }
}
