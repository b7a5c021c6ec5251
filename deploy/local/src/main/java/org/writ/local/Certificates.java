package org.writ.local;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The keys that outsiders see: the agencies', which packages are encrypted to; the platform's,
 * which signs packages; the ledger's, which signs checkpoints.
 *
 * <p>PEM; certificates are self-signed, RSA with 3072 bits, good for ten years. Made once and kept
 * under the data folder.
 */
final class Certificates {

  private static final int RSA_BITS = 3072;
  private static final int SERIAL_BITS = 64;
  private static final Duration LIFE = Duration.ofDays(3650);

  private final Path data;
  private final int rsaBits;

  Certificates(Settings settings) {
    this(settings.data(), RSA_BITS);
  }

  /** With keys of another size. */
  Certificates(Path data, int rsaBits) {
    this.data = data;
    this.rsaBits = rsaBits;
  }

  /** An agency's certificate; its private key stands beside it, as {@code .key}. */
  Path agency(String client) {
    return data.resolve("agencies").resolve(client + ".crt");
  }

  /** An agency's certificate as text. */
  String agencyPem(String client) {
    try {
      return Files.readString(agency(client));
    } catch (IOException e) {
      throw new StackException("the certificate of " + client + " cannot be read: " + e, e);
    }
  }

  /** The certificate of the key that signs packages. */
  Path signingCertificate() {
    return data.resolve("keys").resolve("signing.crt");
  }

  /** The key that signs packages. */
  Path signingKey() {
    return data.resolve("keys").resolve("signing.key");
  }

  /** The ledger's key, Ed25519. */
  Path checkpointKey() {
    return data.resolve("keys").resolve("checkpoint.key");
  }

  /** Makes what is missing. */
  void make() {
    for (DemoAgency agency : DemoAgency.ALL) {
      certify(agency.id(), agency.name(), agency.country(), agency(agency.id()));
    }
    certify("platform", "Writ demo platform", "XX", signingCertificate());
    if (!Files.exists(checkpointKey())) {
      KeyFiles.secret(
          checkpointKey(), pem("PRIVATE KEY", pair("Ed25519", 0).getPrivate().getEncoded()));
    }
  }

  private void certify(String commonName, String organisation, String country, Path certificate) {
    if (Files.exists(certificate)) {
      return;
    }
    KeyPair pair = pair("RSA", rsaBits);
    X500Name subject = new X500Name("CN=" + commonName + ",O=" + organisation + ",C=" + country);
    String key = certificate.getFileName().toString().replace(".crt", ".key");
    // The key first: once the certificate is there, the pair counts as complete.
    KeyFiles.secret(
        certificate.resolveSibling(key), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    KeyFiles.open(certificate, pem("CERTIFICATE", selfSigned(subject, pair)));
  }

  private static byte[] selfSigned(X500Name subject, KeyPair pair) {
    Instant now = Instant.now();
    BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom());
    try {
      JcaX509v3CertificateBuilder certificate =
          new JcaX509v3CertificateBuilder(
              subject,
              serial,
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(LIFE)),
              subject,
              pair.getPublic());
      certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      certificate.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
      return certificate
          .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new StackException("the certificate of " + subject + " cannot be made: " + e, e);
    }
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new StackException("this JDK makes no " + algorithm + " keys", e);
    }
  }

  private static String pem(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
