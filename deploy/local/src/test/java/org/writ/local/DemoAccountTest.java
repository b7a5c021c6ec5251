package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.events.platform.AccountRegistered;
import org.writ.events.platform.LoggedIn;
import org.writ.events.platform.PhoneNumberChanged;
import org.writ.events.platform.UsernameChanged;
import org.writ.local.DemoAccount.Activity;

class DemoAccountTest {

  private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void firstAccountIsTheOneOfTheManual() {
    // When
    Activity first = new DemoAccount(1).activities(END).getFirst();

    // Then
    assertThat(first.data())
        .isInstanceOfSatisfying(
            AccountRegistered.class,
            registered -> {
              assertThat(registered.getAccountId()).isEqualTo("1000001");
              assertThat(registered.getPhoneNumber()).isEqualTo("+4915100000001");
              assertThat(registered.getUsername()).isEqualTo("demo_user_1");
            });
  }

  @Test
  void sameAccountAndDayGiveTheSameEvents() {
    assertThat(new DemoAccount(7).activities(END)).isEqualTo(new DemoAccount(7).activities(END));
    assertThat(new DemoAccount(8).activities(END)).isNotEqualTo(new DemoAccount(7).activities(END));
  }

  @Test
  void eventsOfAnAccountAreNumberedInTheOrderOfTheirTime() {
    for (int number = 1; number <= DemoAccount.COUNT; number++) {
      // When
      List<Activity> activities = new DemoAccount(number).activities(END);

      // Then
      for (int i = 0; i < activities.size(); i++) {
        assertThat(activities.get(i).envelope().sequence()).isEqualTo(i + 1L);
        assertThat(activities.get(i).envelope().time())
            .isBetween(END.minus(DemoAccount.SPAN), END)
            .isAfterOrEqualTo(activities.get(Math.max(0, i - 1)).envelope().time());
      }
    }
  }

  @Test
  void accountsOfExamplesKeepTheirIdentifiers() {
    for (int number = 1; number <= DemoAccount.STEADY; number++) {
      assertThat(new DemoAccount(number).activities(END))
          .extracting(Activity::data)
          .noneMatch(data -> data instanceof PhoneNumberChanged || data instanceof UsernameChanged)
          .anyMatch(LoggedIn.class::isInstance);
    }
  }

  @Test
  void everyEventHasAnIdOfItsOwn() {
    // Given
    Set<UUID> ids = new HashSet<>();
    int events = 0;

    // When
    for (int number = 1; number <= DemoAccount.COUNT; number++) {
      for (Activity activity : new DemoAccount(number).activities(END)) {
        ids.add(activity.envelope().id());
        events++;
      }
    }

    // Then
    assertThat(ids).hasSize(events).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void noAddressOrNumberBelongsToAnybody() {
    for (int number = 1; number <= DemoAccount.COUNT; number++) {
      assertThat(new DemoAccount(number).activities(END))
          .extracting(Activity::data)
          .allSatisfy(
              data -> {
                if (data instanceof LoggedIn login) {
                  assertThat(login.getIpAddress())
                      .matches("(192\\.0\\.2\\.|198\\.51\\.100\\.|203\\.0\\.113\\.|2001:db8:).+");
                  assertThat(login.getPort()).isBetween(1024, 65535);
                }
                if (data instanceof PhoneNumberChanged changed) {
                  assertThat(changed.getPhoneNumber()).matches("\\+49151\\d{8}");
                }
              });
    }
  }
}
