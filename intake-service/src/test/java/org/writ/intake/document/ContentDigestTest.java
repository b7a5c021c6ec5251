package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

  /** RFC 9530, B.1: the digests of {@code {"hello": "world"}} and a line feed. */
  private static final byte[] BODY = Documents.latin1("{\"hello\": \"world\"}\n");

  private static final String SHA256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
  private static final String SHA512 =
      "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";

  private static boolean matches(String header) {
    return ContentDigest.parse(header).matches(DigestUtils.sha256(BODY), DigestUtils.sha512(BODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHA256,
        SHA512,
        SHA256 + ", " + SHA512,
        SHA256 + "," + SHA512,
        "md5=:kZ4kXw==:, " + SHA256,
        "unixsum=:AAA=:",
        SHA256 + ";q=1"
      })
  void digestsOfTheBodyMatch(String header) {
    // Given a header about the body

    // When
    boolean matches = matches(header);

    // Then
    assertThat(matches).isTrue();
  }

  @Test
  void oneDigestOfAnotherBodyIsEnoughNotToMatch() {
    // Given
    String ofNothing = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

    // When, Then
    assertThat(matches(ofNothing)).isFalse();
    assertThat(matches(ofNothing + ", " + SHA512)).isFalse();
  }

  @Test
  void whatNobodySentIsNotChecked() {
    // Given no header

    // When
    var digest = ContentDigest.parse(null);

    // Then
    assertThat(digest.matches(new byte[0], new byte[0])).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "sha-256",
        "sha-256=RK/0qy18",
        "sha-256=:RK/0qy18",
        "sha-256=:RK/0:",
        "sha-256=:?:",
        "sha-256=::",
        "sha-256=:A:",
        "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:,",
        "SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
        "44ff",
        ";;;;"
      })
  void malformedHeaderIsRefused(String header) {
    // Given a header that is no dictionary of digests

    // When, Then
    assertThatThrownBy(() -> ContentDigest.parse(header))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void endlessHeaderIsRefused() {
    // Given
    String header = "sha-256=:" + "A".repeat(100_000) + ":";

    // When, Then
    assertThatThrownBy(() -> ContentDigest.parse(header)).isInstanceOf(HttpProblem.class);
  }
}
