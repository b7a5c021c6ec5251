package org.writ.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;
import org.writ.ops.OpsException;

/**
 * Opens packages as an agency does: with its own private key, and checking the platform's
 * signature.
 */
final class PackageReader {

  private static final String MANIFEST = "manifest.json";
  private static final String SIGNATURE = "manifest.json.sig";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrivateKey key;
  private final X509Certificate platform;

  /**
   * For one agency.
   *
   * @param key PEM file, PKCS#8, RSA
   * @param platform PEM file, the certificate that manifests are signed with
   * @throws OpsException if a file cannot be read
   */
  PackageReader(Path key, Path platform) {
    try {
      String pem = Files.readString(key);
      byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      this.key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      try (var in = Files.newInputStream(platform)) {
        this.platform =
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new OpsException(
          "The demo agencies' keys cannot be read (%s). They are where deploy/up made them; WRIT_DATA says where if not under deploy/local/data."
              .formatted(e),
          e);
    }
  }

  /**
   * Opens a package and checks that it holds what its manifest says and nothing else.
   *
   * @return the manifest
   * @throws OpsException if it is not for this key, not signed by the platform, or its files are
   *     not those that the manifest names
   */
  JsonNode open(byte[] encrypted) {
    Map<String, byte[]> files = unpack(decrypt(encrypted));
    byte[] manifest = require(files, MANIFEST);
    checkSignature(manifest, require(files, SIGNATURE));
    try {
      JsonNode json = JSON.readTree(manifest);
      checkFiles(json, files);
      return json;
    } catch (IOException e) {
      throw new OpsException("The manifest is not JSON", e);
    }
  }

  private byte[] decrypt(byte[] encrypted) {
    try {
      for (RecipientInformation recipient :
          new CMSEnvelopedData(encrypted).getRecipientInfos().getRecipients()) {
        return recipient.getContent(new JceKeyTransEnvelopedRecipient(key));
      }
      throw new OpsException("The package is for nobody");
    } catch (CMSException e) {
      throw new OpsException("The package cannot be decrypted with the agency's key: " + e, e);
    }
  }

  private static Map<String, byte[]> unpack(byte[] archive) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new OpsException("The package is no ZIP: " + e, e);
    }
    return files;
  }

  private void checkSignature(byte[] manifest, byte[] signature) {
    try {
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
      var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(platform.getPublicKey());
      for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
        if (signer.verify(verifier)) {
          return;
        }
      }
    } catch (CMSException | OperatorCreationException e) {
      throw new OpsException("The manifest's signature cannot be checked: " + e, e);
    }
    throw new OpsException("The manifest is not signed by the platform");
  }

  private static void checkFiles(JsonNode manifest, Map<String, byte[]> files) {
    Set<String> named = new HashSet<>(Set.of(MANIFEST, SIGNATURE));
    for (JsonNode file : manifest.findParents("sha256")) {
      String path = file.path("path").asText();
      named.add(path);
      if (!sha256(require(files, path)).equals(file.path("sha256").asText())) {
        throw new OpsException(
            "The package's file %s is not what its manifest says".formatted(path));
      }
    }
    if (!named.equals(files.keySet())) {
      throw new OpsException(
          "The package holds %s, its manifest names %s".formatted(files.keySet(), named));
    }
  }

  /** SHA-256 in hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] require(Map<String, byte[]> files, String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new OpsException("The package has no " + path);
    }
    return content;
  }
}
