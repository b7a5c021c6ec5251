package org.writ.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.account.Timeline.Assignment;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.review.CaseReleased;

class AccountTest {

  private static final Instant T1 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant T2 = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant T3 = Instant.parse("2026-03-01T00:00:00Z");

  private static final Account REGISTERED =
      Account.unknown("1").apply(new AccountRegistered("1", "+491", "name", T1));

  @Test
  void registrationGivesNumberAndName() {
    assertThat(REGISTERED.registeredAt()).isEqualTo(T1);
    assertThat(REGISTERED.phoneNumbers().current()).contains(new Assignment("+491", T1));
    assertThat(REGISTERED.usernames().current()).contains(new Assignment("name", T1));
  }

  @Test
  void loginChangesNothingAboutTheAccount() {
    assertThat(REGISTERED.apply(new LoggedIn("1", T2, "192.0.2.1", 1, "Pixel 9", "Android 1")))
        .isEqualTo(REGISTERED);
  }

  @Test
  void activityFedAgainChangesNothing() {
    // Given
    Account account = REGISTERED.apply(new PhoneNumberChanged("1", "+492", T2));

    // When
    Account again =
        account
            .apply(new AccountRegistered("1", "+491", "name", T1))
            .apply(new PhoneNumberChanged("1", "+492", T2));

    // Then
    assertThat(again).isEqualTo(account);
  }

  @Test
  void registrationAfterDeletionIsRefused() {
    // Given
    Account deleted = REGISTERED.apply(new AccountDeleted("1", T2));

    // When / Then
    assertThatThrownBy(() -> deleted.apply(new AccountRegistered("1", "+499", null, T3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(deleted.apply(new AccountRegistered("1", "+491", "name", T1))).isEqualTo(deleted);
  }

  @Test
  void textThatIsNoPhoneNumberIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> REGISTERED.apply(new PhoneNumberChanged("1", "0151-secret", T2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void unknownActivityIsRefused() {
    assertThatThrownBy(() -> REGISTERED.apply(new CaseReleased("somebody")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
