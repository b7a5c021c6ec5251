package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredDomainTest {

  @ParameterizedTest
  @CsvSource({
    "police.de,police.de",
    "mail.police.de,police.de",
    "a.b.c.police.de,police.de",
    "met.police.uk,met.police.uk",
    "mail.evil.co.uk,evil.co.uk",
    // Given away by a platform that is much older than who writes from there.
    "police.github.io,police.github.io",
    "mail.police.github.io,police.github.io",
    "github.io,github.io",
    // Not on the list.
    "mail.police.example,police.example",
    "xn--polizei-mnchen-isb.de,xn--polizei-mnchen-isb.de"
  })
  void domainIsWhatSomebodyRegistered(String mailDomain, String registered) {
    // When
    String found = RegisteredDomain.of(mailDomain);

    // Then
    assertThat(found).isEqualTo(registered);
  }
}
