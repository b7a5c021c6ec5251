package org.writ.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  /** Examples of RFC 5952, sections 4 and 5, among them. */
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::A, 2001:db8::a",
    "::, ::",
    "::1, ::1",
    "fe80::, fe80::",
    "::ffff:192.0.2.1, 192.0.2.1"
  })
  void addressHasOneForm(String written, String canonical) {
    assertThat(IpAddress.canonical(written)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "example.org", "300.0.0.1", "2001:db8", "1.2.3.4:80"})
  void textThatIsNoAddressIsNone(String text) {
    assertThat(IpAddress.canonical(text)).isEmpty();
  }

  @Test
  void addressWithAZoneIsNone() {
    assertThat(IpAddress.canonical("fe80::1%2")).isEmpty();
  }
}
