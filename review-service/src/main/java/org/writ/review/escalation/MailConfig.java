package org.writ.review.escalation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whom escalations are mailed to. */
@ConfigMapping(prefix = "writ.escalation")
interface MailConfig {

  /** How often cases that have come to a step are looked for, and waiting mails are sent. */
  String check();

  /** The address; empty: nobody is told by mail. */
  Optional<String> mailTo();
}
