package org.writ.disclosure.packaging;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs with the platform's key: CMS SignedData, detached, SHA-256. Made at the start of the
 * service, which fails if key and certificate cannot be read or do not belong together.
 * Thread-safe.
 */
@Startup
@Singleton
public class PlatformSignature {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final String algorithm;

  /**
   * With the files that the settings name.
   *
   * @throws IllegalStateException if they cannot be used; the message says why
   */
  @Inject
  public PlatformSignature(SigningConfig config) {
    this(config.key(), config.certificate());
  }

  PlatformSignature(Path keyFile, Path certificateFile) {
    this.key = readKey(keyFile);
    this.certificate = readCertificate(certificateFile);
    this.algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC", "ECDSA" -> "SHA256withECDSA";
          default ->
              throw new IllegalStateException(
                  "Expected an RSA or EC key in %s, found %s"
                      .formatted(keyFile, key.getAlgorithm()));
        };
    checkPair(certificate.getPublicKey(), keyFile, certificateFile);
  }

  /** The platform's certificate. */
  X509Certificate certificate() {
    return certificate;
  }

  /** A detached signature over the content, DER; the content is written once. */
  byte[] sign(Archive.Content content, Instant at) {
    try {
      var generator = new CMSSignedDataGenerator();
      var attributes = new AttributeTable(signingTime(at));
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
              .build(
                  new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(key),
                  certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator.generate(new Signed(content), false).getEncoded("DER");
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException failure) {
      throw new IllegalStateException("The manifest could not be signed", failure);
    }
  }

  /** What is signed, which stands nowhere as a whole. */
  private record Signed(Archive.Content content) implements CMSTypedData {

    @Override
    public ASN1ObjectIdentifier getContentType() {
      return CMSObjectIdentifiers.data;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      content.writeTo(out);
    }

    @Override
    public Object getContent() {
      return content;
    }
  }

  private static Attribute signingTime(Instant at) {
    return new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at))));
  }

  private static PrivateKey readKey(Path file) {
    var converter = new JcaPEMKeyConverter().setProvider(PROVIDER);
    try {
      return switch (readPem(file)) {
        case PrivateKeyInfo info -> converter.getPrivateKey(info);
        case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
        default ->
            throw new IllegalStateException("Expected an unencrypted private key (PEM) in " + file);
      };
    } catch (IOException failure) {
      throw new IllegalStateException("Expected a private key (PEM) in " + file, failure);
    }
  }

  private static X509Certificate readCertificate(Path file) {
    try {
      if (readPem(file) instanceof X509CertificateHolder holder) {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
      }
      throw new IllegalStateException("Expected an X.509 certificate (PEM) in " + file);
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException("Expected an X.509 certificate (PEM) in " + file, failure);
    }
  }

  private static Object readPem(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        var parser = new PEMParser(text)) {
      Object found = parser.readObject();
      if (found == null) {
        throw new IOException("no PEM block");
      }
      // A key made by `openssl ecparam` is preceded by a block that only names its curve.
      return found instanceof org.bouncycastle.asn1.ASN1ObjectIdentifier
          ? parser.readObject()
          : found;
    }
  }

  private void checkPair(PublicKey publicKey, Path keyFile, Path certificateFile) {
    try {
      byte[] probe = {1};
      Signature signing = Signature.getInstance(algorithm, PROVIDER);
      signing.initSign(key);
      signing.update(probe);
      byte[] signature = signing.sign();
      Signature verifying = Signature.getInstance(algorithm, PROVIDER);
      verifying.initVerify(publicKey);
      verifying.update(probe);
      if (verifying.verify(signature)) {
        return;
      }
    } catch (GeneralSecurityException mismatch) {
      throw notPaired(keyFile, certificateFile, mismatch);
    }
    throw notPaired(keyFile, certificateFile, null);
  }

  private static IllegalStateException notPaired(
      Path keyFile, Path certificateFile, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalStateException(
        "Expected the certificate in %s to be that of the key in %s"
            .formatted(certificateFile, keyFile),
        cause);
  }
}
