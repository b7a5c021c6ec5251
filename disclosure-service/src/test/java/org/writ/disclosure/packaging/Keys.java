package org.writ.disclosure.packaging;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key pair with a certificate of its own, as files.
 *
 * @param pair the keys
 * @param certificate self-signed
 */
public record Keys(KeyPair pair, X509Certificate certificate) {

  /** An RSA key for encryption. */
  public static Keys rsa(int bits) {
    return generate("RSA", bits, KeyUsage.keyEncipherment);
  }

  /** An EC key on P-256, to encrypt to. */
  public static Keys ecToEncryptTo() {
    return generate("EC", 256, KeyUsage.keyAgreement);
  }

  /** An EC key on P-256, to sign with. */
  public static Keys ecToSignWith() {
    return generate("EC", 256, KeyUsage.digitalSignature);
  }

  private static Keys generate(String algorithm, int bits, int usage) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      var name = new X500Name("CN=writ test");
      Instant now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(now.toEpochMilli()),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(Duration.ofDays(30))),
              name,
              pair.getPublic());
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      var signer =
          new JcaContentSignerBuilder(algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
              .build(pair.getPrivate());
      return new Keys(
          pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The certificate, DER. */
  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Writes {@code <name>.key} (PKCS#8) and {@code <name>.crt}, both PEM. */
  public void write(Path folder, String name) throws IOException {
    try (Writer text = Files.newBufferedWriter(folder.resolve(name + ".key"));
        var pem = new JcaPEMWriter(text)) {
      pem.writeObject(new JcaPKCS8Generator(pair.getPrivate(), null));
    }
    try (Writer text = Files.newBufferedWriter(folder.resolve(name + ".crt"));
        var pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificate);
    }
  }
}
