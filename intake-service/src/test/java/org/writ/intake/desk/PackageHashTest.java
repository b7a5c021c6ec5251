package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageHashTest {

  private static final String HASH = "ab".repeat(32);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abababababababababababababababababababababababababababababababab",
        "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB",
        "abababababababababababababababababababababababababababababababab  x.p7m",
        "ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab",
        "SHA2-256(x.p7m)= abababababababababababababababababababababababababababababababab"
      })
  void hashIsFoundAsProgramsPrintIt(String printed) {
    // When
    var hash = PackagePage.hash(printed);

    // Then
    assertThat(hash).contains(HASH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "ababababababababababababababababababababababababababababababab",
        "ababababababababababababababababababababababababababababababababab",
        "SHA256"
      })
  void otherTextIsNoHash(String typed) {
    // When
    var hash = PackagePage.hash(typed);

    // Then
    assertThat(hash).isEmpty();
  }
}
