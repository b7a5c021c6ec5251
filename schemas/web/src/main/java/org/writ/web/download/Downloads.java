package org.writ.web.download;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Bodies that are sent while they are read. What fails before the first byte is answered with an
 * error, as anywhere. Later the length is said already, and the words of an error would be taken
 * for the file's last bytes: the framework breaks the connection off, too, but then writes its
 * error nevertheless, and what is written goes out first where the caller reads slowly. Here
 * nothing follows. Thread-safe.
 */
@Singleton
public final class Downloads {

  private static final Logger LOG = Logger.getLogger(Downloads.class);

  /** What is said about a file, and of no error. */
  private static final List<String> ABOUT_THE_FILE =
      List.of(
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.ETAG,
          "Repr-Digest");

  private final CurrentVertxRequest call;

  Downloads(CurrentVertxRequest call) {
    this.call = call;
  }

  /** What writes a file. */
  public interface Source {

    /**
     * Writes all of it.
     *
     * @throws IOException if it cannot be read to its end, or the caller is gone
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** The body of the current call's answer. */
  public StreamingOutput of(Source source) {
    HttpServerResponse answer = call.getCurrent().response();
    return out -> {
      var begun = new Begun(out);
      try {
        source.writeTo(begun);
      } catch (IOException | RuntimeException failure) {
        if (begun.nothing) {
          ABOUT_THE_FILE.forEach(answer.headers()::remove);
          throw failure;
        }
        answer.reset();
        LOG.warnf("A download broke off, error=%s", failure.getClass().getName());
      }
    };
  }

  /** Knows whether anything was written; what is written may still wait in a buffer. */
  private static final class Begun extends FilterOutputStream {

    private boolean nothing = true;

    Begun(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      nothing = false;
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      nothing = false;
      out.write(bytes, from, length);
    }
  }

  /** The same of bytes that are read to their end, and closed. */
  public StreamingOutput of(InputStream bytes) {
    return of(
        out -> {
          try (bytes) {
            bytes.transferTo(out);
          }
        });
  }
}
