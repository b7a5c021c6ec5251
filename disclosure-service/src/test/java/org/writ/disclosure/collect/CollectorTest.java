package org.writ.disclosure.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.disclosure.account.HeldValue;
import org.writ.disclosure.account.Holder;
import org.writ.disclosure.account.Identifier;
import org.writ.disclosure.account.Login;
import org.writ.disclosure.account.Period;
import org.writ.disclosure.account.ScriptedDirectory;
import org.writ.disclosure.collect.Collected.Reason;
import org.writ.events.disclosure.ApprovedItem;

class CollectorTest {

  private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final Period PERIOD = new Period(FROM, TO);
  private static final Identifier NUMBER =
      new Identifier(Identifier.Type.PHONE_NUMBER, "+4915100000001");
  private static final Approval APPROVAL =
      new Approval("item", NUMBER, Set.of(DataType.IP_ADDRESS), PERIOD);
  private static final Holder HOLDER = new Holder("1", List.of(PERIOD), false);

  private static Collected collect(ScriptedDirectory directory) {
    var found = new ArrayList<Collected>();
    new Collector(directory).collect(List.of(APPROVAL), found::add);
    return found.getFirst();
  }

  private static Login login(String account, Instant at) {
    return new Login(account, at, "192.0.2.1", 40001, "Pixel 9", "Android 11.4.2");
  }

  @Test
  void loginsAtBothEndsOfThePeriodAreTakenAsTheBoundsSay() {
    // Given
    var directory =
        new ScriptedDirectory(NUMBER, HOLDER)
            .with(login("1", FROM))
            .with(login("1", TO.minusMillis(1)));

    // When
    Collected collected = collect(directory);

    // Then
    assertThat(collected)
        .isInstanceOfSatisfying(
            Collected.Found.class, found -> assertThat(found.records()).hasSize(2));
  }

  @Test
  void sourceThatAnswersFromAfterThePeriodIsRefused() {
    var directory = new ScriptedDirectory(NUMBER, HOLDER).with(login("1", TO));

    assertThatThrownBy(() -> collect(directory)).isInstanceOf(OutsideDecision.class);
  }

  @Test
  void sourceThatAnswersFromBeforeThePeriodIsRefused() {
    var directory = new ScriptedDirectory(NUMBER, HOLDER).with(login("1", FROM.minusMillis(1)));

    assertThatThrownBy(() -> collect(directory)).isInstanceOf(OutsideDecision.class);
  }

  @Test
  void sourceThatAnswersAboutAnotherAccountIsRefused() {
    var directory = new ScriptedDirectory(NUMBER, HOLDER).with(login("2", FROM));

    assertThatThrownBy(() -> collect(directory)).isInstanceOf(OutsideDecision.class);
  }

  @Test
  void sourceThatNamesAHolderOfAnotherTimeIsRefused() {
    var later = new Holder("1", List.of(new Period(TO, TO.plusSeconds(1))), false);
    var directory = new ScriptedDirectory(NUMBER, later).with(login("1", TO));

    assertThatThrownBy(() -> collect(directory)).isInstanceOf(OutsideDecision.class);
  }

  @Test
  void dataTypeThatWasNotApprovedIsRefusedByTheScope() {
    Scope scope = APPROVAL.scope(HOLDER);

    assertThatThrownBy(() -> scope.phoneNumber(new HeldValue("1", "+4915100000001", PERIOD)))
        .isInstanceOf(OutsideDecision.class)
        .hasMessageContaining("PHONE_NUMBER");
    assertThatThrownBy(() -> scope.devices(List.of(login("1", FROM))))
        .isInstanceOf(OutsideDecision.class)
        .hasMessageContaining("DEVICE");
  }

  @Test
  void identifierThatNobodyHadIsUnknown() {
    var other = new Identifier(Identifier.Type.PHONE_NUMBER, "+4915100000002");

    assertThat(collect(new ScriptedDirectory(other, HOLDER)))
        .isEqualTo(new Collected.Nothing(APPROVAL, Reason.UNKNOWN_IDENTIFIER));
  }

  @Test
  void identifierThatSeveralHadIsAmbiguous() {
    var second = new Holder("2", List.of(PERIOD), false);

    assertThat(collect(new ScriptedDirectory(NUMBER, HOLDER, second).with(login("1", FROM))))
        .isEqualTo(new Collected.Nothing(APPROVAL, Reason.AMBIGUOUS_IDENTIFIER));
  }

  @Test
  void deletedAccountHasNoData() {
    var deleted = new Holder("1", List.of(PERIOD), true);

    assertThat(collect(new ScriptedDirectory(NUMBER, deleted).with(login("1", FROM))))
        .isEqualTo(new Collected.Nothing(APPROVAL, Reason.ACCOUNT_DELETED));
  }

  @Test
  void accountWithoutLoginsHasNothingInThePeriod() {
    assertThat(collect(new ScriptedDirectory(NUMBER, HOLDER)))
        .isEqualTo(new Collected.Nothing(APPROVAL, Reason.NOTHING_IN_PERIOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTENT", "TRAFFIC", "SOMETHING_NEW", "ip_address"})
  void approvalOfWhatIsNeverDisclosedIsRefused(String dataType) {
    var item = new ApprovedItem("item", "PHONE_NUMBER", List.of("IP_ADDRESS", dataType), FROM, TO);

    assertThatThrownBy(() -> Approval.of(item, "+4915100000001"))
        .isInstanceOf(DataType.NotDisclosable.class);
  }

  @Test
  void approvalOfNothingIsRefused() {
    var item = new ApprovedItem("item", "PHONE_NUMBER", List.of(), FROM, TO);

    assertThatThrownBy(() -> Approval.of(item, "+4915100000001"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void approvalOfAnEmptyPeriodIsRefused() {
    var item = new ApprovedItem("item", "PHONE_NUMBER", List.of("IP_ADDRESS"), TO, TO);

    assertThatThrownBy(() -> Approval.of(item, "+4915100000001"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void userNameIsLookedUpWithoutItsSign() {
    var item = new ApprovedItem("item", "USERNAME", List.of("IP_ADDRESS"), FROM, TO);

    assertThat(Approval.of(item, "@demo_user_1").identifier())
        .isEqualTo(new Identifier(Identifier.Type.USERNAME, "demo_user_1"));
  }
}
