package org.writ.intake.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of documents, read from {@code writ.documents.*}. */
@ConfigMapping(prefix = "writ.documents")
public interface DocumentConfig {

  /** Size of a document, at most; below {@code quarkus.http.limits.max-body-size}. */
  @WithDefault("20M")
  MemorySize maxSize();

  /** The client that the review-service signs in with: it alone reads documents of any agency. */
  @WithDefault("service-review")
  String readingClient();

  /** Documents of one request, at most. */
  @WithDefault("100")
  int maxCount();
}
