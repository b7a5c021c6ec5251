package org.writ.disclosure.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Whom a package is encrypted to: the holder of an X.509 certificate.
 *
 * <p>The content is encrypted with AES-256 in CBC mode as CMS EnvelopedData, which every {@code
 * openssl cms -decrypt} opens. AES-GCM would make it AuthEnvelopedData (RFC 5083), another content
 * type that OpenSSL opens since 3.0 only. What GCM would add, that a changed byte is noticed, the
 * signed manifest gives: it names the SHA-256 of every file.
 *
 * <p>The content key goes to an RSA key by RSAES-OAEP with SHA-256 (RFC 8017, section 7.1; RFC 4056
 * has the CMS form) and to an EC key by ephemeral-static ECDH with a SHA-256 KDF and AES-256 key
 * wrap (RFC 5753).
 */
public final class Recipient {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final int MIN_RSA_BITS = 2048;
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final X509Certificate certificate;

  private Recipient(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * The holder of a certificate.
   *
   * @param certificate X.509, DER
   * @throws IllegalArgumentException if nothing may be encrypted to it: not a certificate, an RSA
   *     key under 2048 bits, another kind of key, or one that its key usage keeps for other uses
   */
  public static Recipient of(byte[] certificate) {
    try {
      var parsed =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate));
      check(parsed);
      return new Recipient(parsed);
    } catch (GeneralSecurityException failure) {
      throw new IllegalArgumentException("Expected an X.509 certificate (DER)", failure);
    }
  }

  private static void check(X509Certificate certificate) {
    int neededUsage =
        switch (certificate.getPublicKey()) {
          case RSAPublicKey rsa when rsa.getModulus().bitLength() >= MIN_RSA_BITS ->
              KEY_ENCIPHERMENT;
          case ECPublicKey _ -> KEY_AGREEMENT;
          default ->
              throw new IllegalArgumentException(
                  "Expected a certificate with an EC key or an RSA key of 2048 bits or more");
        };
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[neededUsage]) {
      throw new IllegalArgumentException("Expected a certificate that allows to encrypt to it");
    }
  }

  /**
   * Encrypts what is written to the returned stream, piece by piece. Closing that finishes the
   * envelope and leaves {@code out} open.
   */
  OutputStream encrypt(OutputStream out) throws IOException {
    var generator = new CMSEnvelopedDataStreamGenerator();
    generator.setBufferSize(CHUNK_BYTES);
    try {
      generator.addRecipientInfoGenerator(recipientInfo());
      return generator.open(
          out,
          new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setProvider(PROVIDER).build());
    } catch (CMSException | GeneralSecurityException failure) {
      throw new IOException("The package could not be encrypted to its recipient", failure);
    }
  }

  private RecipientInfoGenerator recipientInfo() throws GeneralSecurityException, CMSException {
    if (certificate.getPublicKey() instanceof ECPublicKey ec) {
      KeyPairGenerator ephemeral = KeyPairGenerator.getInstance("EC", PROVIDER);
      ephemeral.initialize(ec.getParams());
      KeyPair pair = ephemeral.generateKeyPair();
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              pair.getPrivate(),
              pair.getPublic(),
              CMSAlgorithm.AES256_WRAP)
          .addRecipient(certificate)
          .setProvider(PROVIDER);
    }
    return new JceKeyTransRecipientInfoGenerator(certificate, oaepWithSha256())
        .setProvider(PROVIDER);
  }

  private static AlgorithmIdentifier oaepWithSha256() {
    var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_RSAES_OAEP,
        new RSAESOAEPparams(
            sha256,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
  }
}
