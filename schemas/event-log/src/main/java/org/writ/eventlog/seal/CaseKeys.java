package org.writ.eventlog.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
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

  private static final int KEY_BYTES = 32;

  /** Of the ciphertext, with its tag. */
  private static final int STREAM_SEGMENT_BYTES = 1 << 16;

  private final LogConfig config;
  private final CaseKeyStore store;
  private final Instance<EventLog> log;
  private final @Nullable HybridDecrypt unwrap;

  /**
   * Reads the service's own keyset, if it has one.
   *
   * @throws IllegalStateException if the file cannot be read; names it
   */
  @Inject
  public CaseKeys(LogConfig config, CaseKeyStore store, Instance<EventLog> log) {
    this.config = config;
    this.store = store;
    this.log = log;
    this.unwrap = config.keyset().map(CaseKeys::privateKeyset).orElse(null);
  }

  /** Whether this service may read cases at all. */
  public boolean canRead() {
    return unwrap != null;
  }

  /**
   * Makes the key of a new case, wraps it for every service of {@code writ.log.public-keysets}, and
   * appends it to intake.keys, in the caller's transaction. To be called before the first event of
   * the case is appended.
   */
  public void issue(String subject, Actor actor) {
    byte[] key = Random.randBytes(KEY_BYTES);
    var wrapped = new ArrayList<WrappedKey>();
    for (Path file : publicKeysetFiles()) {
      String service = file.getFileName().toString().replaceFirst("\\.json$", "");
      byte[] ciphertext = wrap(publicKeyset(file), key, subject, service);
      if (service.equals(config.service())) {
        store.put(subject, ciphertext);
      }
      wrapped.add(new WrappedKey(service, ByteBuffer.wrap(ciphertext)));
    }
    log.get()
        .append(
            Topic.INTAKE_KEYS,
            subject,
            0,
            actor,
            null,
            List.of(NewEvent.open(new CaseKeyIssued(wrapped))));
  }

  private List<Path> publicKeysetFiles() {
    Path folder =
        config
            .publicKeysets()
            .orElseThrow(() -> new IllegalStateException("writ.log.public-keysets is not set"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot list the public keysets in " + folder, failure);
    }
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
      byte[] plaintext = bytes(encoder(personal).encode(personal));
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
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, STREAM_SEGMENT_BYTES, 0);
  }

  private static byte[] associatedBytes(String subject, String associated) {
    return (associated + "\n" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private Optional<byte[]> key(String subject) {
    HybridDecrypt keyset = unwrap;
    if (keyset == null) {
      throw new IllegalStateException("This service may read no case: it has no keyset");
    }
    return store
        .find(subject)
        .map(
            wrapped -> {
              try {
                return keyset.decrypt(wrapped, context(subject, config.service()));
              } catch (GeneralSecurityException wrongKeyset) {
                throw new IllegalStateException(
                    "The key of a case was not wrapped for this service's keyset", wrongKeyset);
              }
            });
  }

  private static byte[] wrap(HybridEncrypt keyset, byte[] key, String subject, String service) {
    try {
      return keyset.encrypt(key, context(subject, service));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Wrapping failed", impossible);
    }
  }

  private static byte[] context(String subject, String service) {
    return (subject + "\n" + service).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] associated(Envelope envelope) {
    return associated(envelope.id().toString(), envelope.type(), envelope.subject());
  }

  private static byte[] associated(String id, String type, String subject) {
    return (id + "\n" + type + "\n" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private static BinaryMessageEncoder<SpecificRecord> encoder(SpecificRecord data) {
    return new BinaryMessageEncoder<>(Models.of(data.getClass()), data.getSchema());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static HybridDecrypt privateKeyset(Path file) {
    try {
      return keyset(file, true).getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(file + " is no private HPKE keyset", wrong);
    }
  }

  private static HybridEncrypt publicKeyset(Path file) {
    try {
      return keyset(file, false).getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(file + " is no public HPKE keyset", wrong);
    }
  }

  private static KeysetHandle keyset(Path file, boolean secret) throws GeneralSecurityException {
    HybridConfig.register();
    try {
      String json = Files.readString(file);
      return secret
          ? TinkJsonProtoKeysetFormat.parseKeyset(
              json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
          : TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, RegistryConfiguration.get());
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot read the keyset " + file, failure);
    }
  }
}
