package org.writ.web.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a token that is bound to another client certificate than that of the connection (RFC
 * 8705, section 3): whoever stole such a token cannot use it. Quarkus' own check is not used, as it
 * fails instead of refusing where a connection has no TLS.
 */
public final class BoundTokens {

  private static final String CONFIRMATION = "cnf";
  private static final String THUMBPRINT = "x5t#S256";
  private static final String UNKNOWN = "";

  private final JsonWebToken token;
  private final CurrentVertxRequest request;
  private final boolean required;

  BoundTokens(
      JsonWebToken token,
      CurrentVertxRequest request,
      @ConfigProperty(name = "writ.sign-in.bound-tokens") boolean required) {
    this.token = token;
    this.request = request;
    this.required = required;
  }

  /** Lets calls pass whose token fits the connection, and those of nobody. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void request(ContainerRequestContext call) {
    if (call.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      // Nobody, or a page's session, which its cookie is bound to.
      return;
    }
    if (!accepted(thumbprint(token.<Object>getClaim(CONFIRMATION)), certificate(), required)) {
      throw new UnauthorizedException();
    }
  }

  /**
   * Whether a token may be used on a connection. Pure.
   *
   * @param bound thumbprint that the token is bound to; null if it is bound to none
   * @param presented certificate of the connection's client; null if it has none
   * @param required whether every token has to be bound
   */
  static boolean accepted(
      @Nullable String bound, @Nullable Certificate presented, boolean required) {
    return bound == null ? !required : presented != null && bound.equals(thumbprint(presented));
  }

  /**
   * The thumbprint in a token's claim {@code cnf}; null if the token is bound to nothing. What it
   * is bound to in another way cannot be checked here, and so fits no certificate.
   */
  static @Nullable String thumbprint(@Nullable Object confirmation) {
    return switch (confirmation) {
      case null -> null;
      case JsonObject object -> object.getString(THUMBPRINT, UNKNOWN);
      case Map<?, ?> members when members.get(THUMBPRINT) instanceof String text -> text;
      default -> UNKNOWN;
    };
  }

  /** SHA-256 of the DER bytes, base64url without padding. */
  static String thumbprint(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A certificate that was presented has bytes", impossible);
    }
  }

  private @Nullable Certificate certificate() {
    SSLSession session = request.getCurrent().request().sslSession();
    if (session == null) {
      return null;
    }
    try {
      return session.getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException noCertificate) {
      return null;
    }
  }
}
