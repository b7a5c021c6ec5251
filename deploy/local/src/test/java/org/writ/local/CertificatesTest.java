package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

  private static final int KEY_ENCIPHERMENT = 2;

  private static Certificates certificates;

  @BeforeAll
  static void make(@TempDir Path data) {
    // Smaller than in use: making keys is nearly all that this takes.
    certificates = new Certificates(data, 2048);
    certificates.make();
  }

  @Test
  void packagesCanBeEncryptedToAnAgency() throws IOException, GeneralSecurityException {
    // When
    X509Certificate certificate = read(certificates.agency("agency-de"));

    // Then
    certificate.checkValidity();
    assertThat(certificate.getKeyUsage()[KEY_ENCIPHERMENT]).isTrue();
    assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=agency-de", "C=DE");
  }

  @Test
  void signingKeyBelongsToItsCertificate() throws IOException, GeneralSecurityException {
    // Given
    byte[] message = {1, 2, 3};
    Signature signer = Signature.getInstance("SHA256withRSA");
    signer.initSign(key("RSA", certificates.signingKey()));
    signer.update(message);

    // When
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(read(certificates.signingCertificate()));
    verifier.update(message);

    // Then
    assertThat(verifier.verify(signer.sign())).isTrue();
  }

  @Test
  void checkpointKeyIsEd25519() throws IOException, GeneralSecurityException {
    assertThat(key("Ed25519", certificates.checkpointKey()).getAlgorithm()).isEqualTo("EdDSA");
  }

  @Test
  void nothingIsMadeTwice() throws IOException {
    // Given
    String before = Files.readString(certificates.agency("agency-fr"));

    // When
    certificates.make();

    // Then
    assertThat(certificates.agency("agency-fr")).hasContent(before);
  }

  private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private static PrivateKey key(String algorithm, Path file)
      throws IOException, GeneralSecurityException {
    String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }
}
