package org.writ.intake.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Calls the service over TLS, each time on a connection of its own. */
record TlsCaller(URI base, @Nullable String certificate, HttpClient.Version version) {

  /** With the certificate of this name in {@link TlsFiles}. */
  static TlsCaller with(URI base, String certificate) {
    return new TlsCaller(base, certificate, HttpClient.Version.HTTP_2);
  }

  /** Without a certificate. */
  static TlsCaller without(URI base) {
    return new TlsCaller(base, null, HttpClient.Version.HTTP_2);
  }

  /** The same in another version of HTTP. */
  TlsCaller by(HttpClient.Version other) {
    return new TlsCaller(base, certificate, other);
  }

  /**
   * GET with a token.
   *
   * @throws IOException if there is no connection
   */
  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(version).sslContext(context()).build()) {
      return http.send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Authorization", "Bearer " + token)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** The thumbprint of the certificate of this name: what a token is bound by. */
  static String thumbprint(String certificate) {
    try {
      byte[] der = store(certificate).getCertificate("key").getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SSLContext context() {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store(TlsFiles.AUTHORITY));
      var context = SSLContext.getInstance("TLS");
      context.init(keys(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private KeyManager @Nullable [] keys() throws GeneralSecurityException {
    if (certificate == null) {
      return null;
    }
    var keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store(certificate), TlsFiles.PASSWORD.toCharArray());
    return keys.getKeyManagers();
  }

  private static KeyStore store(String name) {
    Path folder = Path.of(ConfigProvider.getConfig().getValue(TlsFiles.FOLDER, String.class));
    try (InputStream in = Files.newInputStream(TlsFiles.file(folder, name))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, TlsFiles.PASSWORD.toCharArray());
      return store;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
