package org.writ.eventlog.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Append;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.wire.Models;
import org.writ.events.Topic;
import org.writ.events.intake.CaseKeyIssued;
import org.writ.events.intake.WrappedKey;

/** Makes case keys, seals with them and opens what they sealed. Thread-safe. */
@ApplicationScoped
public class CaseKeys {

  /** Of the ciphertext, with its tag. */
  private static final int STREAM_SEGMENT_BYTES = 1 << 16;

  /** The keys that the current transaction made or unwrapped, by subject. */
  private static final class AtHand extends HashMap<String, byte[]> {
    private static final long serialVersionUID = 1L;
  }

  private final LogConfig config;
  private final CaseKeyStore store;
  private final Instance<EventLog> log;
  private final TransactionSynchronizationRegistry transaction;
  private final KeyWrapping.@Nullable Sender sender;
  private final KeyWrapping.@Nullable Receiver receiver;

  /**
   * Reads the service's own keyset, if it has one.
   *
   * @throws IllegalStateException if the file cannot be read; names it
   */
  @Inject
  public CaseKeys(
      LogConfig config,
      CaseKeyStore store,
      Instance<EventLog> log,
      TransactionSynchronizationRegistry transaction) {
    this.config = config;
    this.store = store;
    this.log = log;
    this.transaction = transaction;
    this.sender = config.publicKeysets().map(KeyWrapping.Sender::new).orElse(null);
    this.receiver =
        config
            .keyset()
            .map(file -> new KeyWrapping.Receiver(config.service(), Keysets.secret(file)))
            .orElse(null);
  }

  /** Whether this service may read cases at all. */
  public boolean canRead() {
    return receiver != null;
  }

  /**
   * Makes the key of a new case, wraps it for every service of {@code writ.log.public-keysets}, and
   * appends it to intake.keys, in the caller's transaction. To be called before the first event of
   * the case is appended.
   */
  public void issue(String subject, Actor actor) {
    log.get().appendAll(make(Map.of(subject, actor)));
  }

  /**
   * Makes the keys of new cases, each wrapped for every service of {@code writ.log.public-keysets},
   * in the caller's transaction.
   *
   * @param actors who begins each case, by its subject
   * @return what the caller has to append in the same transaction, in the order of the map; the key
   *     of a case before its first event
   */
  public List<Append> make(Map<String, Actor> actors) {
    KeyWrapping.Sender wrapping = sender;
    if (wrapping == null) {
      throw new IllegalStateException("writ.log.public-keysets is not set");
    }
    var appends = new ArrayList<Append>(actors.size());
    var own = new LinkedHashMap<String, byte[]>();
    AtHand atHand = atHand();
    actors.forEach(
        (subject, actor) -> {
          byte[] key = Random.randBytes(KeyWrapping.KEY_BYTES);
          List<WrappedKey> wrapped = wrapping.wrap(subject, key);
          wrapped.stream()
              .filter(one -> one.getService().equals(config.service()))
              .forEach(one -> own.put(subject, bytes(one.getCiphertext().duplicate())));
          atHand.put(subject, key);
          appends.add(
              Append.first(
                  Topic.INTAKE_KEYS, subject, actor, NewEvent.open(new CaseKeyIssued(wrapped))));
        });
    store.put(own);
    return List.copyOf(appends);
  }

  /** So that what follows in the transaction need not look for them and unwrap them again. */
  private AtHand atHand() {
    if (transaction.getResource(AtHand.class) instanceof AtHand atHand) {
      return atHand;
    }
    var atHand = new AtHand();
    transaction.putResource(AtHand.class, atHand);
    return atHand;
  }

  /**
   * The event's record with its field {@code sealed} set.
   *
   * @throws IllegalStateException if the case has no key (any more)
   */
  public SpecificRecord seal(SpecificRecord open, SpecificRecord personal, Envelope envelope) {
    byte[] key =
        key(envelope.subject())
            .orElseThrow(
                () -> new IllegalStateException("The case's key is erased or was never made"));
    try {
      byte[] plaintext = bytes(SealedSchemas.encoder(personal).encode(personal));
      var sealed =
          new Sealed(
              envelope.subject(),
              envelope.id(),
              envelope.type(),
              new AesGcmJce(key).encrypt(plaintext, associated(envelope)));
      SpecificRecord copy = Models.copy(open);
      copy.put(open.getSchema().getField(Event.SEALED).pos(), ByteBuffer.wrap(sealed.ciphertext()));
      return copy;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("Sealing failed", impossible);
    }
  }

  /**
   * Opens a sealed part.
   *
   * @return empty if the case's key was erased
   * @throws IllegalStateException if the bytes are not what was sealed for this event
   */
  public <T extends SpecificRecord> Optional<T> open(Sealed sealed, Class<T> type) {
    return key(sealed.subject()).map(key -> open(sealed, type, key));
  }

  private static <T extends SpecificRecord> T open(Sealed sealed, Class<T> type, byte[] key) {
    try {
      byte[] plaintext =
          new AesGcmJce(key)
              .decrypt(
                  sealed.ciphertext(),
                  associated(sealed.eventId().toString(), sealed.eventType(), sealed.subject()));
      return SealedSchemas.decoder(type).decode(plaintext);
    } catch (GeneralSecurityException | IOException tampered) {
      throw new IllegalStateException(
          "The sealed part of event " + sealed.eventId() + " does not open", tampered);
    }
  }

  /**
   * Encrypts bytes that are kept beside the log, such as a document, with the case key. Closing the
   * stream that is returned closes the other one too.
   *
   * @param subject the case
   * @param associated what the bytes belong to; they open only together with the same text
   * @param ciphertext where the encrypted bytes go
   * @return empty if the case has no key (any more)
   */
  public Optional<OutputStream> encrypting(
      String subject, String associated, OutputStream ciphertext) {
    return key(subject)
        .map(
            key -> {
              try {
                return streaming(key)
                    .newEncryptingStream(ciphertext, associatedBytes(subject, associated));
              } catch (GeneralSecurityException | IOException failure) {
                throw new IllegalStateException("Encrypting failed", failure);
              }
            });
  }

  /**
   * Decrypts what {@link #encrypting} encrypted, byte for byte as it is read. Reading throws an
   * IOException where the bytes were changed, put into another order or cut off.
   *
   * @return empty if the case's key was erased
   */
  public Optional<InputStream> decrypting(
      String subject, String associated, InputStream ciphertext) {
    return key(subject)
        .map(
            key -> {
              try {
                return streaming(key)
                    .newDecryptingStream(ciphertext, associatedBytes(subject, associated));
              } catch (GeneralSecurityException | IOException failure) {
                throw new IllegalStateException("Decrypting failed", failure);
              }
            });
  }

  /** Each stream has a key of its own, derived from the case key and a random salt. */
  private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        key, "HmacSha256", KeyWrapping.KEY_BYTES, STREAM_SEGMENT_BYTES, 0);
  }

  private static byte[] associatedBytes(String subject, String associated) {
    return (associated + "\n" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private Optional<byte[]> key(String subject) {
    KeyWrapping.Receiver unwrapping = receiver;
    if (unwrapping == null) {
      throw new IllegalStateException("This service may read no case: it has no keyset");
    }
    if (transaction.getTransactionKey() == null) {
      return unwrapped(unwrapping, subject);
    }
    byte[] known = atHand().get(subject);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> key = unwrapped(unwrapping, subject);
    key.ifPresent(bytes -> atHand().put(subject, bytes));
    return key;
  }

  private Optional<byte[]> unwrapped(KeyWrapping.Receiver unwrapping, String subject) {
    return store.find(subject).map(wrapped -> unwrap(unwrapping, subject, wrapped));
  }

  private static byte[] unwrap(KeyWrapping.Receiver unwrapping, String subject, byte[] wrapped) {
    try {
      return unwrapping.unwrap(subject, wrapped);
    } catch (GeneralSecurityException wrongKeyset) {
      throw new IllegalStateException(
          "The key of a case was not wrapped for this service's keyset", wrongKeyset);
    }
  }

  private static byte[] associated(Envelope envelope) {
    return associated(envelope.id().toString(), envelope.type(), envelope.subject());
  }

  private static byte[] associated(String id, String type, String subject) {
    return (id + "\n" + type + "\n" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
