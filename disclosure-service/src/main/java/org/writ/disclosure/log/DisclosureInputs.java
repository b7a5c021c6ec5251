package org.writ.disclosure.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.writ.disclosure.account.AccountActivity;
import org.writ.disclosure.delivery.OpenDelivery;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.events.Topic;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;

/** What this service does on the events of the platform and of review. */
@ApplicationScoped
class DisclosureInputs implements Inputs {

  private final AccountActivity accounts;
  private final OpenDelivery openDelivery;

  DisclosureInputs(AccountActivity accounts, OpenDelivery openDelivery) {
    this.accounts = accounts;
    this.openDelivery = openDelivery;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PLATFORM_ACCOUNT_ACTIVITY, Topic.REVIEW_CASES);
  }

  @Override
  public void on(Event input) {
    on(List.of(input));
  }

  /**
   * Account activity comes in masses and is taken in together; the topics do not depend on each
   * other.
   */
  @Override
  public void on(List<Event> batch) {
    List<SpecificRecord> activities =
        batch.stream()
            .filter(input -> input.topic() == Topic.PLATFORM_ACCOUNT_ACTIVITY)
            .map(Event::data)
            .toList();
    if (!activities.isEmpty()) {
      accounts.takeIn(activities);
    }
    batch.stream()
        .filter(input -> input.topic() != Topic.PLATFORM_ACCOUNT_ACTIVITY)
        .forEach(this::onCase);
  }

  private void onCase(Event input) {
    switch (input.data()) {
      case CaseDecided decision -> openDelivery.carryOut(input, decision);
      case CaseOpened _, CaseClaimed _, CaseReleased _, CaseRead _ -> {
        // Nothing is disclosed before it is decided.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }
}
