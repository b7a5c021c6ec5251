package org.writ.intake.agency;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates as agencies might send them. */
public final class Certificates {

  private static final int NO_EXTENSION = 0;

  private Certificates() {}

  /** RSA with 2048 bits for encipherment, valid in all tests. */
  public static String sound() {
    return rsa(2048, KeyUsage.keyEncipherment);
  }

  /** RSA with a key usage. */
  public static String rsa(int bits, int usage) {
    return certificate("RSA", bits, usage, "2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
  }

  /** Elliptic curves with a key usage. */
  public static String ec(int usage) {
    return certificate("EC", 256, usage, "2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
  }

  /** For signatures only, whatever it says. */
  public static String ed25519() {
    return certificate(
        "Ed25519", 255, NO_EXTENSION, "2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
  }

  /** Without a key usage, valid for a time. */
  public static String validFromTo(String from, String to) {
    return certificate("RSA", 2048, NO_EXTENSION, from, to);
  }

  /** Of a subject, with a mail address among its other names unless that is empty. */
  public static String ofSubject(String subject, String mail) {
    return certificate(
        "RSA", 2048, NO_EXTENSION, "2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z", subject, mail);
  }

  private static String certificate(String algorithm, int bits, int usage, String from, String to) {
    return certificate(algorithm, bits, usage, from, to, "CN=Demo Police", "");
  }

  private static String certificate(
      String algorithm, int bits, int usage, String from, String to, String subject, String mail) {
    try {
      KeyPair keys = keys(algorithm, bits);
      var name = new X500Name(subject);
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(System.nanoTime()),
              Date.from(Instant.parse(from)),
              Date.from(Instant.parse(to)),
              name,
              keys.getPublic());
      if (usage != NO_EXTENSION) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      }
      if (!mail.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.rfc822Name, mail)));
      }
      var signer = new JcaContentSignerBuilder(signature(algorithm)).build(keys.getPrivate());
      byte[] der = builder.build(signer).getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (!algorithm.equals("Ed25519")) {
      generator.initialize(bits);
    }
    return generator.generateKeyPair();
  }

  private static String signature(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }
}
