package org.writ.disclosure.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.AccessClosed;
import org.writ.events.disclosure.AccessReinstated;
import org.writ.events.disclosure.AccessSuspended;
import org.writ.events.disclosure.AccountBarred;
import org.writ.events.disclosure.AccountReadmitted;
import org.writ.events.disclosure.ClientsApproved;
import org.writ.events.disclosure.ClientsProposed;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.AgencyWebhookSet;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;
import org.writ.events.intake.RequestWithdrawn;

class AccessRulesTest {

  private static final UUID ID = UUID.fromString("0192f000-0000-7000-8000-000000000002");
  private static final Proposal PENDING = new Proposal("registration-2", List.of("a", "b"));

  static final List<SpecificRecord> OF_NO_MATTER =
      List.of(
          new AgencyRegistrationRejected("registration-2"),
          new AgencyCertificateReplaced(ByteBuffer.allocate(0)),
          new AgencyWebhookSet("https://agency.example", 1),
          new AgencyWebhookRemoved("https://agency.example"),
          new AgencyReinstatementProposed("suspension-1"),
          new OfficerFirstSeen("account-1"));

  @Test
  void clientsWaitForASecondOperator() {
    // When
    var proposed = decide(null, registered("a", "b"));
    var approved = decide(PENDING, new AgencyApproved("registration-2"));

    // Then
    assertThat(proposed).containsExactly(new ClientsProposed(ID.toString(), List.of("a", "b")));
    assertThat(approved).containsExactly(new ClientsApproved("registration-2", List.of("a", "b")));
  }

  @Test
  void approvalOfSomethingElseThanWhatWaitsIsAnError() {
    assertThatThrownBy(() -> decide(PENDING, new AgencyApproved("registration-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("registration-1");
    assertThatThrownBy(() -> decide(null, new AgencyApproved("registration-1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void suspensionAndItsEndNameTheSuspension() {
    assertThat(decide(null, new AgencySuspended("LEGAL")))
        .containsExactly(new AccessSuspended(ID.toString()));
    assertThat(decide(null, new AgencyReinstated("suspension-1")))
        .containsExactly(new AccessReinstated("suspension-1"));
  }

  @Test
  void closureSaysWhy() {
    assertThat(decide(PENDING, new AgencyClosed("MERGED")))
        .containsExactly(new AccessClosed("MERGED"));
  }

  @Test
  void officersAreBarredAndReadmitted() {
    assertThat(decide(null, new OfficerBlocked("account-1")))
        .containsExactly(new AccountBarred("account-1"));
    assertThat(decide(null, new OfficerUnblocked("account-1")))
        .containsExactly(new AccountReadmitted("account-1"));
  }

  @ParameterizedTest
  @FieldSource("OF_NO_MATTER")
  void whatChangesNothingAboutWhoMayActIsLeftAlone(SpecificRecord input) {
    assertThat(decide(PENDING, input)).isEmpty();
  }

  @Test
  void unknownEventIsAnError() {
    var stranger = new RequestWithdrawn();

    assertThatThrownBy(() -> decide(null, stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RequestWithdrawn");
  }

  private static AgencyRegistered registered(String... clients) {
    return AgencyRegistered.newBuilder()
        .setName("Demo Police")
        .setCountry("DE")
        .setKind("POLICE")
        .setCertificate(ByteBuffer.allocate(0))
        .setClients(List.of(clients))
        .build();
  }

  private static List<SpecificRecord> decide(@Nullable Proposal pending, SpecificRecord input) {
    return AccessRules.decide(pending, input, ID).stream().map(NewEvent::data).toList();
  }
}
