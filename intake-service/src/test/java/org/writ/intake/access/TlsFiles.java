package org.writ.intake.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Key stores (PKCS #12) of the service and of those who call it, all certified by one authority;
 * and of somebody whom another authority certified.
 */
public final class TlsFiles implements QuarkusTestResourceLifecycleManager {

  /** Setting that names the folder of the stores. */
  static final String FOLDER = "writ.test.tls";

  static final String PASSWORD = "password";
  static final String AUTHORITY = "authority";
  static final String OWN = "own";
  static final String OTHER = "other";
  static final String EXPIRED = "expired";
  static final String STRANGER = "stranger";

  private static final String SERVER = "server";
  private static final Duration LIFE = Duration.ofDays(1);

  private @Nullable Path folder;

  @Override
  public Map<String, String> start() {
    try {
      Path created = Files.createTempDirectory("writ-tls");
      folder = created;
      Instant now = Instant.now();
      var authority = Party.authority(AUTHORITY, now);
      write(created, AUTHORITY, trusting(authority.certificate()));
      for (String name : new String[] {SERVER, OWN, OTHER}) {
        write(created, name, authority.certify(name, now).store());
      }
      write(created, EXPIRED, authority.certify(EXPIRED, now.minus(LIFE.multipliedBy(2))).store());
      write(
          created,
          STRANGER,
          Party.authority("another authority", now).certify(STRANGER, now).store());
      return Map.of(
          FOLDER,
          created.toString(),
          "quarkus.tls.outside.key-store.p12.path",
          file(created, SERVER).toString(),
          "quarkus.tls.outside.trust-store.p12.path",
          file(created, AUTHORITY).toString());
    } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void stop() {
    if (folder == null) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the store of a name is. */
  static Path file(Path folder, String name) {
    return folder.resolve(name + ".p12");
  }

  /** Who has a key and a certificate. */
  private record Party(KeyPair keys, X509Certificate certificate) {

    static Party authority(String name, Instant now)
        throws GeneralSecurityException, OperatorCreationException, IOException {
      KeyPair keys = newKeys();
      var builder = builder(name, name, keys, now);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      return new Party(keys, signed(builder, keys));
    }

    Party certify(String name, Instant from)
        throws GeneralSecurityException, OperatorCreationException, IOException {
      KeyPair own = newKeys();
      String issuer = certificate.getSubjectX500Principal().getName().substring("CN=".length());
      var builder = builder(issuer, name, own, from);
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
      return new Party(own, signed(builder, keys));
    }

    KeyStore store() throws GeneralSecurityException, IOException {
      KeyStore store = empty();
      store.setKeyEntry(
          "key", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
      return store;
    }

    private static JcaX509v3CertificateBuilder builder(
        String issuer, String subject, KeyPair keys, Instant from) {
      return new JcaX509v3CertificateBuilder(
          new X500Name("CN=" + issuer),
          BigInteger.valueOf(System.nanoTime()),
          Date.from(from.minus(Duration.ofMinutes(1))),
          Date.from(from.plus(LIFE)),
          new X500Name("CN=" + subject),
          keys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
        throws GeneralSecurityException, OperatorCreationException {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    }
  }

  private static KeyStore trusting(X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setCertificateEntry(AUTHORITY, authority);
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void write(Path folder, String name, KeyStore store)
      throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file(folder, name))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }
}
