package org.writ.intake.emergency;

import java.time.Duration;

/**
 * How long after an emergency the order that confirms it must have come, and who says so.
 *
 * @param within from the submission on
 * @param rule where that comes from, such as {@code Regulation (EU) 2023/1543, Article 4(5)}
 */
public record OrderPeriod(Duration within, String rule) {

  /** The period of emergencies under a law: what is set for it, or else the platform's own. */
  static OrderPeriod of(EmergencyConfig config, String regime) {
    var order = config.orders().get(regime);
    return order == null
        ? new OrderPeriod(
            config.orderWithin(),
            "The platform's rule for orders that follow an emergency, %d hours"
                .formatted(config.orderWithin().toHours()))
        : new OrderPeriod(order.within(), order.rule());
  }
}
