package org.writ.eventlog.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.WrappedKey;

/**
 * How case keys are wrapped for the services that may read them. Agreeing on a secret with each
 * service (HPKE) takes about a millisecond of computing, more than everything else about a request
 * together; so one such secret, the session's, wraps the keys of all cases that are made within ten
 * minutes, and each wrapped key carries its session along:
 *
 * <pre>
 *   wrapped = 02 length(2, big-endian) session nonce(12) ciphertext(32) tag(16)
 *                                                  AES-256-GCM with the session's secret, associated: subject LF service
 *           | hpke                                 the case key itself, context: subject LF service; begins with 01
 *   session = HPKE of the session's secret         context: "session" LF service
 * </pre>
 *
 * <p>Nothing is weaker for it: only who has a service's private keyset learns a session's secret,
 * and to such a one every wrapped key is open anyway. Erasing a case deletes its wrapped key, and
 * the secret of the session alone opens nothing.
 */
final class KeyWrapping {

  static final int KEY_BYTES = 32;

  private static final byte WITH_SESSION = 2;
  private static final String SESSION = "session";
  private static final Duration SESSION_LENGTH = Duration.ofMinutes(10);

  private KeyWrapping() {}

  /** The side that wraps. Thread-safe. */
  static final class Sender {

    private record Recipient(String service, byte[] session, Aead secret) {}

    private record Session(long begunAt, List<Recipient> recipients) {}

    private final Path publicKeysets;
    private volatile @Nullable Session session;

    /** For the services of this folder; it is read again for each session. */
    Sender(Path publicKeysets) {
      this.publicKeysets = publicKeysets;
    }

    /** A case's key, wrapped for each service. */
    List<WrappedKey> wrap(String subject, byte[] key) {
      var wrapped = new ArrayList<WrappedKey>();
      for (Recipient recipient : current().recipients()) {
        wrapped.add(
            new WrappedKey(recipient.service(), ByteBuffer.wrap(wrap(recipient, subject, key))));
      }
      return wrapped;
    }

    private static byte[] wrap(Recipient recipient, String subject, byte[] key) {
      try {
        byte[] sealed = recipient.secret().encrypt(key, context(subject, recipient.service()));
        return ByteBuffer.allocate(1 + Short.BYTES + recipient.session().length + sealed.length)
            .put(WITH_SESSION)
            .putShort((short) recipient.session().length)
            .put(recipient.session())
            .put(sealed)
            .array();
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("Wrapping failed", impossible);
      }
    }

    private Session current() {
      Session current = session;
      if (current == null || System.nanoTime() - current.begunAt() > SESSION_LENGTH.toNanos()) {
        current = begin();
        session = current;
      }
      return current;
    }

    private Session begin() {
      var recipients = new ArrayList<Recipient>();
      Keysets.publicKeysets(publicKeysets)
          .forEach((service, keyset) -> recipients.add(recipient(service, keyset)));
      return new Session(System.nanoTime(), List.copyOf(recipients));
    }

    private static Recipient recipient(String service, HybridEncrypt keyset) {
      try {
        byte[] secret = Random.randBytes(KEY_BYTES);
        return new Recipient(
            service, keyset.encrypt(secret, context(SESSION, service)), new AesGcmJce(secret));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("A session cannot begin", impossible);
      }
    }
  }

  /** The side that unwraps. Thread-safe. */
  static final class Receiver {

    private static final int KNOWN_SESSIONS = 1_000;

    private final String service;
    private final HybridDecrypt keyset;

    /** Unwrapping a session takes as long as wrapping it, and its cases are often read together. */
    private final Map<ByteBuffer, Aead> sessions =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Aead> eldest) {
            return size() > KNOWN_SESSIONS;
          }
        };

    /** For a service with its own keyset. */
    Receiver(String service, HybridDecrypt keyset) {
      this.service = service;
      this.keyset = keyset;
    }

    /**
     * A case's key.
     *
     * @throws GeneralSecurityException if it was not wrapped for this service and this case
     */
    byte[] unwrap(String subject, byte[] wrapped) throws GeneralSecurityException {
      byte[] context = context(subject, service);
      var buffer = ByteBuffer.wrap(wrapped);
      if (wrapped.length < 1 + Short.BYTES || buffer.get() != WITH_SESSION) {
        return keyset.decrypt(wrapped, context);
      }
      int length = buffer.getShort();
      if (length < 0 || length > buffer.remaining()) {
        throw new GeneralSecurityException("A wrapped key is cut off");
      }
      byte[] session = new byte[length];
      byte[] sealed = new byte[buffer.remaining() - length];
      buffer.get(session).get(sealed);
      return secret(session).decrypt(sealed, context);
    }

    private Aead secret(byte[] session) throws GeneralSecurityException {
      synchronized (sessions) {
        Aead known = sessions.get(ByteBuffer.wrap(session));
        if (known != null) {
          return known;
        }
      }
      Aead secret = new AesGcmJce(keyset.decrypt(session, context(SESSION, service)));
      synchronized (sessions) {
        sessions.put(ByteBuffer.wrap(session), secret);
      }
      return secret;
    }
  }

  private static byte[] context(String subject, String service) {
    return (subject + "\n" + service).getBytes(StandardCharsets.UTF_8);
  }
}
