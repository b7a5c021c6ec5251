package org.writ.disclosure.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.web.security.Stop;

/** Whether an agency may act, and its clients; written by {@link AccessFold} alone. */
@Entity
@Table(name = "agency_access")
class AccessRow {

  @Id String agency;

  /** Null if the agency may act. */
  @Enumerated(EnumType.STRING)
  @Column
  @Nullable Stop stop;

  /** With spaces between them. */
  @Column String clients = "";

  /** The event that put the proposed clients on file; null if none wait. */
  @Column @Nullable String proposal;

  /** With spaces between them. */
  @Column String proposedClients = "";

  /** Whether this client counts. */
  boolean hasClient(String client) {
    return words(clients).contains(client);
  }

  /** What waits; null if nothing does. */
  @Nullable Proposal toProposal() {
    return proposal == null ? null : new Proposal(proposal, words(proposedClients));
  }

  /** Keeps what waits from now on, in place of what waited. */
  void propose(Proposal proposed) {
    proposal = proposed.registration();
    proposedClients = String.join(" ", proposed.clients());
  }

  /** Lets these clients count, and nothing wait. */
  void approve(List<String> approved) {
    clients = String.join(" ", approved);
    proposal = null;
    proposedClients = "";
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
