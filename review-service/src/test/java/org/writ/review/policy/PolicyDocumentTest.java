package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.writ.review.policy.SoundPolicy.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writ.events.review.Severity;

class PolicyDocumentTest {

  @Test
  void aSoundDocumentIsRead() {
    // When
    Policy policy = read(SoundPolicy.TEXT);

    // Then
    assertThat(policy.id()).isEqualTo("test-policy");
    assertThat(policy.effectiveFrom()).isEqualTo(LocalDate.parse("2024-01-01"));
    assertThat(policy.effectiveUntil()).isNull();
    assertThat(policy.governs())
        .containsExactly(
            new Governed("NATIONAL", Set.of()), new Governed("MLAT", Set.of("IN", "US")));
    assertThat(policy.mayBeDisclosed("COURT_ORDER")).containsExactly("IP_ADDRESS");
    assertThat(policy.basis("COURT_ORDER").orElseThrow())
        .satisfies(
            basis -> {
              assertThat(basis.orderableBy("COURT"))
                  .containsExactlyInAnyOrder("IP_ADDRESS", "CONTENT");
              assertThat(basis.orderableBy("POLICE")).isEmpty();
              assertThat(basis.answerWithin()).isEqualTo(Duration.ofDays(10));
            });
    assertThat(policy.basis("SUBPOENA")).isEmpty();
    assertThat(policy.offences()).containsExactly(entry("FRAUD", "Clause 1"));
    assertThat(policy.breadth()).isEqualTo(new Breadth(Period.ofMonths(6), 10, "house rule"));
    assertThat(policy.heldFor()).isEqualTo(Period.ofMonths(12));
    assertThat(policy.grounds())
        .containsExactly(
            entry(
                "NO_SUSPECT",
                new Ground("No suspect is confirmed.", "house rule", "Confirm one.")));
    assertThat(policy.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.id()).isEqualTo("suspect");
              assertThat(rule.scope()).isEqualTo(Scope.REQUEST);
              assertThat(rule.severity()).isEqualTo(Severity.BLOCKING);
            });
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    assertThat(read(SoundPolicy.TEXT).digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(read(SoundPolicy.TEXT).digest())
        .isNotEqualTo(read(SoundPolicy.TEXT + "# a remark\n").digest());
  }

  @Test
  void whatIsAsLongAsItMayBeIsRead() {
    // When
    Policy policy =
        read(
            SoundPolicy.TEXT
                .replace("governs:", "effectiveUntil: 2999-12-31\ngoverns:")
                .replace("2024-01-01", "2000-01-01")
                .replace("heldFor: P12M", "heldFor: P100Y")
                .replace("answerWithin: P10D", "answerWithin: P36600D"));

    // Then
    assertThat(policy.effectiveFrom()).isEqualTo(LocalDate.parse("2000-01-01"));
    assertThat(policy.effectiveUntil()).isEqualTo(LocalDate.parse("2999-12-31"));
    assertThat(policy.heldFor()).isEqualTo(Period.ofYears(100));
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    // Given
    String document =
        SoundPolicy.TEXT
            .replace("discloses: [IP_ADDRESS]", "discloses: [SHOE_SIZE]")
            .replace("ground: NO_SUSPECT", "ground: NO_REASON")
            .replace("!suspectConfirmed\"", "!confirmed\"");

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::line, PolicyFault::rule)
        .containsExactly(tuple(12, null), tuple(26, "suspect"), tuple(28, "suspect"));
  }

  @Test
  void aMemberTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read(SoundPolicy.TEXT + "id: another\n"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 34: not YAML: ");
  }

  @Test
  void whatIsNoMappingIsRefused() {
    assertThatThrownBy(() -> read("- a\n- b\n")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(InvalidPolicy.class);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertThatThrownBy(
            () ->
                PolicyDocument.read(
                    "test.yaml", SoundPolicy.TEXT.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 1: not YAML");
    assertThatThrownBy(() -> read("id: \u0000"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 1: not YAML");
  }

  @Test
  void aSecondDocumentInTheFileIsRefused() {
    assertThatThrownBy(() -> read(SoundPolicy.TEXT + "---\nid: another\n"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("not YAML");
  }

  @Test
  void everyFactIsExplained() {
    assertThat(Fact.values())
        .allSatisfy(fact -> assertThat(fact.meaning()).as(fact.word()).endsWith("."));
  }
}
