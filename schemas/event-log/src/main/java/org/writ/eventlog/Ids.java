package org.writ.eventlog;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where new ids come from: UUIDv7 (RFC 9562), so that they sort by time. Thread-safe. */
@ApplicationScoped
public class Ids {

  private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  /** A new id. */
  public UUID next() {
    return generator.generate();
  }
}
