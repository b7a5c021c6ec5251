package org.writ.review.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.writ.review.document.CaseDocuments;
import org.writ.web.download.Downloads;

/** Hands documents through to the reviewer's browser. */
@ApplicationScoped
class ShownDocuments {

  private final Downloads downloads;

  ShownDocuments(Downloads downloads) {
    this.downloads = downloads;
  }

  /** A document, streamed. */
  Response answer(CaseDocuments.Fetched fetched, String document) {
    var answer =
        Response.ok(downloads.of(fetched.content().bytes()), fetched.type())
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "%s; filename=\"%s\""
                    .formatted(fetched.shown() ? "inline" : "attachment", document));
    if (fetched.content().size() >= 0) {
      answer.header(HttpHeaders.CONTENT_LENGTH, fetched.content().size());
    }
    return answer.build();
  }
}
