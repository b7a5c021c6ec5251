package org.writ.intake.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.intake.agency.AgencyState.Active;
import org.writ.intake.agency.AgencyState.Closed;
import org.writ.intake.agency.AgencyState.Invited;
import org.writ.intake.agency.AgencyState.OnFile;
import org.writ.intake.agency.AgencyState.Proposal;
import org.writ.intake.agency.AgencyState.Suspended;
import org.writ.intake.agency.AgencyState.Unknown;

class AgencyRulesTest {

  private static final Actor OLGA = new Actor("ops", "1");
  private static final Actor OTTO = new Actor("ops", "2");
  private static final RecipientCertificate FIRST = certificate();
  private static final RecipientCertificate SECOND = certificate();
  private static final Registration GERMAN = registration("DE");
  private static final Registration FRENCH = registration("FR");
  private static final OnFile ON_FILE = new OnFile(GERMAN, FIRST, null);
  private static final Proposal PENDING = new Proposal("event-1", FRENCH, OLGA);

  @Test
  void newAgencyIsPutOnFile() {
    // Given
    var state = new Unknown();

    // When
    var events = decide(state, new AgencyCommand.Propose(GERMAN), OLGA);

    // Then
    var registered = (AgencyRegistered) events.getFirst();
    assertThat(registered.getCountry()).isEqualTo("DE");
    assertThat(registered.getClients()).containsExactly("agency-de");
  }

  @Test
  void whatIsOnFileOrPendingAlreadyChangesNothing() {
    // Given
    var active = new Active(ON_FILE, null);
    var changing = new Active(ON_FILE, PENDING);

    // When
    var same = decide(active, new AgencyCommand.Propose(GERMAN), OLGA);
    var pendingAgain = decide(changing, new AgencyCommand.Propose(FRENCH), OTTO);
    var backAgain = decide(changing, new AgencyCommand.Propose(GERMAN), OTTO);

    // Then
    assertThat(same).isEmpty();
    assertThat(pendingAgain).isEmpty();
    assertThat(backAgain).hasSize(1);
  }

  @Test
  void anotherOperatorApproves() {
    // Given
    var state = new Invited(PENDING);

    // When
    var events = decide(state, new AgencyCommand.Approve(), OTTO);

    // Then
    assertThat(events).containsExactly(new AgencyApproved("event-1"));
  }

  @Test
  void sameOperatorDoesNotApproveInWhateverRole() {
    // Given
    var state = new Active(ON_FILE, PENDING);

    // When
    var approval = refused(state, new AgencyCommand.Approve(), new Actor("auditor", "1"));

    // Then
    approval.isInstanceOf(AgencyRefusal.Conflict.class).hasMessageContaining("Four eyes");
  }

  @Test
  void whoPutItOnFileMayTurnItDown() {
    // Given
    var state = new Active(ON_FILE, PENDING);

    // When
    var events = decide(state, new AgencyCommand.Reject(), OLGA);

    // Then
    assertThat(events).containsExactly(new AgencyRegistrationRejected("event-1"));
  }

  @Test
  void oneOperatorSuspendsAndTwoReinstate() {
    // Given
    var active = new Active(ON_FILE, null);
    var suspended = new Suspended(ON_FILE, null, "event-2", null);
    var asked = new Suspended(ON_FILE, null, "event-2", OLGA);

    // When
    var suspension =
        decide(active, new AgencyCommand.Suspend(SuspensionReason.FORGED_REQUEST), OLGA);
    var proposal = decide(suspended, new AgencyCommand.ProposeReinstatement(), OLGA);
    var reinstatement = decide(asked, new AgencyCommand.Reinstate(), OTTO);

    // Then
    assertThat(suspension).containsExactly(new AgencySuspended("FORGED_REQUEST"));
    assertThat(proposal).containsExactly(new AgencyReinstatementProposed("event-2"));
    assertThat(reinstatement).containsExactly(new AgencyReinstated("event-2"));
    refused(asked, new AgencyCommand.Reinstate(), OLGA).hasMessageContaining("Four eyes");
    refused(asked, new AgencyCommand.ProposeReinstatement(), OTTO).hasMessageContaining("already");
    refused(suspended, new AgencyCommand.Reinstate(), OTTO).hasMessageContaining("Nobody asked");
  }

  static List<AgencyState> notActive() {
    return List.of(
        new Invited(null),
        new Invited(PENDING),
        new Suspended(ON_FILE, null, "event-2", null),
        new Closed());
  }

  @ParameterizedTest
  @MethodSource("notActive")
  void onlyAnActiveAgencyChangesAnything(AgencyState state) {
    // Given
    var commands =
        List.of(
            new AgencyCommand.ReplaceCertificate(SECOND),
            new AgencyCommand.SetWebhook("https://police.example", 1),
            new AgencyCommand.RemoveWebhook(),
            new AgencyCommand.SeeOfficer("3", false));

    // When
    var refusals = commands.stream().map(command -> refused(state, command, OTTO)).toList();

    // Then
    assertThat(refusals)
        .hasSize(commands.size())
        .allSatisfy(refusal -> refusal.isInstanceOf(AgencyRefusal.NotActive.class));
  }

  @Test
  void certificateIsReplacedOnce() {
    // Given
    var state = new Active(ON_FILE, null);

    // When
    var same = decide(state, new AgencyCommand.ReplaceCertificate(FIRST), OTTO);
    var other = decide(state, new AgencyCommand.ReplaceCertificate(SECOND), OTTO);

    // Then
    assertThat(same).isEmpty();
    assertThat(other).singleElement().isInstanceOf(AgencyCertificateReplaced.class);
  }

  @Test
  void webhookThatIsNotThereIsNotRemoved() {
    // Given
    var without = new Active(ON_FILE, null);
    var with = new Active(new OnFile(GERMAN, FIRST, "https://police.example"), null);

    // When
    var nothing = decide(without, new AgencyCommand.RemoveWebhook(), OTTO);
    var removed = decide(with, new AgencyCommand.RemoveWebhook(), OTTO);

    // Then
    assertThat(nothing).isEmpty();
    assertThat(removed).containsExactly(new AgencyWebhookRemoved("https://police.example"));
  }

  @Test
  void officerIsSeenForTheFirstTimeOnce() {
    // Given
    var state = new Active(ON_FILE, null);

    // When
    var first = decide(state, new AgencyCommand.SeeOfficer("3", false), OTTO);
    var second = decide(state, new AgencyCommand.SeeOfficer("3", true), OTTO);

    // Then
    assertThat(first).containsExactly(new OfficerFirstSeen("3"));
    assertThat(second).isEmpty();
  }

  @Test
  void closedAgencyStaysClosed() {
    // Given
    var closed = new Closed();

    // When
    var closure = decide(new Invited(null), new AgencyCommand.Close(ClosureReason.DISSOLVED), OLGA);

    // Then
    assertThat(closure).containsExactly(new AgencyClosed("DISSOLVED"));
    refused(closed, new AgencyCommand.Propose(GERMAN), OLGA).hasMessageContaining("for ever");
    refused(closed, new AgencyCommand.Close(ClosureReason.OTHER), OLGA)
        .hasMessageContaining("already");
    refused(closed, new AgencyCommand.Suspend(SuspensionReason.LEGAL), OLGA)
        .hasMessageContaining("active");
  }

  @Test
  void nothingIsAskedOfAnAgencyThatNobodyKnows() {
    // Given
    var state = new Unknown();

    // When
    var refusal = refused(state, new AgencyCommand.BlockOfficer("3", false), OLGA);

    // Then
    refusal.isInstanceOf(AgencyRefusal.Unknown.class);
  }

  private static List<SpecificRecord> decide(
      AgencyState state, AgencyCommand command, Actor actor) {
    return AgencyRules.decide(state, command, actor).stream().map(NewEvent::data).toList();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      AgencyState state, AgencyCommand command, Actor actor) {
    return assertThatThrownBy(() -> AgencyRules.decide(state, command, actor))
        .isInstanceOf(AgencyRefusal.class);
  }

  private static Registration registration(String country) {
    return new Registration(
        "Demo Police",
        country,
        Registration.Kind.POLICE,
        FIRST,
        "",
        List.of(),
        null,
        List.of("agency-de"),
        "",
        null);
  }

  private static RecipientCertificate certificate() {
    return RecipientCertificate.ofPem(Certificates.sound()).orElseThrow();
  }
}
