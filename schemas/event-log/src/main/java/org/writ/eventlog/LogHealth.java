package org.writ.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.writ.eventlog.consume.ConsumerWorker;
import org.writ.eventlog.publish.RelayWorker;

/**
 * Ready while events flow: the relay and the consumer run, their last turns succeeded, and no
 * partition stands still.
 */
@Readiness
@ApplicationScoped
class LogHealth implements HealthCheck {

  private final RelayWorker relay;
  private final ConsumerWorker consumer;

  @Inject
  LogHealth(RelayWorker relay, ConsumerWorker consumer) {
    this.relay = relay;
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    boolean up = relay.isAlive() && consumer.isAlive();
    if (relay.lastFailure() != null) {
      response.withData("relay", relay.lastFailure().getClass().getName());
      up = false;
    }
    if (consumer.lastFailure() != null) {
      response.withData("consumer", consumer.lastFailure().getClass().getName());
      up = false;
    }
    for (var stopped : consumer.stopped().entrySet()) {
      response.withData(stopped.getKey().toString(), stopped.getValue());
      up = false;
    }
    return response.status(up).build();
  }
}
