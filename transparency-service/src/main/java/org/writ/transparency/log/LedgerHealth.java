package org.writ.transparency.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.writ.transparency.ledger.LedgerBroken;

/** Ready while events get their places in the ledger, here or in another instance. */
@Readiness
@ApplicationScoped
class LedgerHealth implements HealthCheck {

  private final SequencerWorker worker;

  LedgerHealth(SequencerWorker worker) {
    this.worker = worker;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("ledger");
    LedgerBroken broken = worker.broken();
    Throwable failure = worker.lastFailure();
    if (broken != null) {
      response.withData("reason", String.valueOf(broken.getMessage()));
    } else if (failure != null) {
      response.withData("failure", failure.getClass().getName());
    }
    return response.status(worker.isAlive() && broken == null && failure == null).build();
  }
}
