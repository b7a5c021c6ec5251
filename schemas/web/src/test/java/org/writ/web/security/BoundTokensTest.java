package org.writ.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Test;

class BoundTokensTest {

  private static final Certificate OWN = new Bytes("own");
  private static final Certificate OTHER = new Bytes("other");

  @Test
  void boundTokenIsTakenWithItsCertificateOnly() {
    // Given
    String bound = BoundTokens.thumbprint(OWN);

    // When
    boolean withOwn = BoundTokens.accepted(bound, OWN, false);
    boolean withOther = BoundTokens.accepted(bound, OTHER, false);
    boolean withNone = BoundTokens.accepted(bound, null, false);

    // Then
    assertThat(withOwn).isTrue();
    assertThat(withOther).isFalse();
    assertThat(withNone).isFalse();
  }

  @Test
  void unboundTokenIsTakenUnlessAllHaveToBeBound() {
    // Given
    String unbound = null;

    // When
    boolean allowed = BoundTokens.accepted(unbound, OWN, false);
    boolean required = BoundTokens.accepted(unbound, OWN, true);

    // Then
    assertThat(allowed).isTrue();
    assertThat(required).isFalse();
  }

  @Test
  void thumbprintIsThatOfRfc8705() {
    // Given
    var confirmation = Json.createObjectBuilder().add("x5t#S256", "abc").build();

    // When
    String bound = BoundTokens.thumbprint((Object) confirmation);
    String uncheckable = BoundTokens.thumbprint((Object) Json.createObjectBuilder().build());

    // Then
    assertThat(bound).isEqualTo("abc");
    assertThat(uncheckable).isEmpty();
    // SHA-256 of "own", base64url.
    assertThat(BoundTokens.thumbprint(OWN))
        .isEqualTo("Wzl1ZRw8q5LQRMCW3DChwtlSVJdFdHLeSMUeyzY9H0o");
  }

  /** A certificate as far as its bytes matter. */
  private static final class Bytes extends Certificate {

    private static final long serialVersionUID = 1L;

    private final String text;

    Bytes(String text) {
      super("X.509");
      this.text = text;
    }

    @Override
    public byte[] getEncoded() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void verify(PublicKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void verify(PublicKey key, String provider) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      return text;
    }

    @Override
    public PublicKey getPublicKey() {
      throw new UnsupportedOperationException();
    }
  }
}
