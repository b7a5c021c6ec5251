package org.writ.intake.hi1;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.intake.document.ReceiveDocument;
import org.writ.intake.document.ReceiveDocument.Sent;
import org.writ.intake.hi1.Decision.Paper;

/**
 * Hands documents over to the documents of the request. That happens before the message is
 * recorded, in a transaction of its own: the same document again is the same document, so a message
 * that could not be recorded is simply sent again.
 */
@ApplicationScoped
class StorePapers {

  private final ReceiveDocument receiveDocument;

  StorePapers(ReceiveDocument receiveDocument) {
    this.receiveDocument = receiveDocument;
  }

  /**
   * The decision, after its documents were taken in or refused.
   *
   * @throws HttpProblem 503 if documents cannot be scanned at the moment
   */
  Decision store(Decision decision, String agency, Actor actor) {
    for (Paper paper : decision.papers()) {
      var refusal = store(paper, agency, actor);
      if (refusal.isPresent()) {
        return decision.refusing(paper.object().id(), refusal.get());
      }
    }
    return decision;
  }

  private Optional<Refusal> store(Paper paper, String agency, Actor actor) {
    var content = PaperContent.of(paper.object()).orElseThrow();
    String name = content.fileName().isEmpty() ? "document" : content.fileName();
    try {
      receiveDocument.receive(
          agency,
          new Sent(paper.requestId(), name, null, null),
          new ByteArrayInputStream(content.bytes()),
          actor);
      return Optional.empty();
    } catch (HttpProblem refused) {
      if (refused.getStatusCode() == Status.SERVICE_UNAVAILABLE.getStatusCode()) {
        throw refused;
      }
      var code =
          refused.getStatusCode() == Status.CONFLICT.getStatusCode()
              ? ErrorCode.FINAL_STATE
              : ErrorCode.IMPROPER_VALUE;
      return Optional.of(code.with("The document is not taken: " + refused.getDetail()));
    }
  }
}
