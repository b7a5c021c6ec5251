package org.writ.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, -, true",
        "same-origin, https://desk.example, true",
        "same-site, https://desk.example, false",
        "cross-site, https://desk.example, false",
        "none, -, false",
        "'', -, false",
        "-, https://desk.example, true",
        "-, https://desk.example:8443, false",
        "-, https://evil.example, false",
        "-, https://desk.example.evil.example, false",
        "-, https://desk.example@evil.example, false",
        "-, null, false",
        "-, '', false",
        "-, 'ht tp://x', false",
        "-, -, false"
      })
  void changePassesOnlyIfItComesFromAPageOfOurs(String fetchSite, String origin, boolean passes) {
    assertThat(new SameOrigin(fetchSite, origin, "desk.example").holds()).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({"GET,false", "HEAD,false", "POST,true", "PUT,true", "DELETE,true", "get,true"})
  void everythingButLookingIsAChange(String method, boolean change) {
    assertThat(SameOrigin.isChange(method)).isEqualTo(change);
  }
}
