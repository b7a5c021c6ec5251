package org.writ.intake.hi1;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.intake.document.AttachDocument;
import org.writ.intake.document.AttachDocument.Attachment;
import org.writ.intake.document.DocumentKind;
import org.writ.intake.hi1.Decision.Paper;

/**
 * Hands the documents of a message over to the documents of its requests: they are looked at before
 * anything is recorded, and kept in the transaction that records the message.
 */
@ApplicationScoped
class StorePapers {

  /** Dictionary of ours that a document's type may be of: what the document is for. */
  static final String KINDS = "DocumentKind";

  private final AttachDocument attachDocument;

  StorePapers(AttachDocument attachDocument) {
    this.attachDocument = attachDocument;
  }

  /**
   * A document that may be kept.
   *
   * @param objectId the object that it came in
   */
  record Sound(String objectId, Attachment attachment) {}

  /**
   * What is left after the documents were looked at.
   *
   * @param decision the one that was made, or one that refuses an action with an unsound document
   * @param papers to be kept, if it is carried out
   */
  record Checked(Decision decision, List<Sound> papers) {}

  /** A document cannot be kept with its request. */
  static final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String objectId;
    private final transient Refusal refusal;

    private NotKept(String objectId, Refusal refusal) {
      super(refusal.detail());
      this.objectId = objectId;
      this.refusal = refusal;
    }

    /** The decision, had it known. */
    Decision refusing(Decision decision) {
      return decision.refusing(objectId, refusal);
    }
  }

  /**
   * Looks at the documents of a message; not in a transaction, as scanning takes time.
   *
   * @throws HttpProblem 503 if documents cannot be scanned at the moment
   */
  Checked check(Decision decision) {
    var sound = new ArrayList<Sound>();
    for (Paper paper : decision.papers()) {
      var content = PaperContent.of(paper.object()).orElseThrow();
      String objectId = paper.object().id();
      String name = content.fileName().isEmpty() ? "document-" + objectId : content.fileName();
      var said = kindSaid(paper.object());
      var kind = said.flatMap(StorePapers::kind);
      if (said.isPresent() && kind.isEmpty()) {
        var unknown = ErrorCode.NOT_SUPPORTED.with("doc:DocumentType: no such value of " + KINDS);
        return new Checked(decision.refusing(objectId, unknown), List.of());
      }
      try {
        sound.add(
            new Sound(
                objectId,
                attachDocument.check(paper.requestId(), name, kind.orElse(null), content.bytes())));
      } catch (HttpProblem refused) {
        if (refused.getStatusCode() == Status.SERVICE_UNAVAILABLE.getStatusCode()) {
          throw refused;
        }
        return new Checked(
            decision.refusing(objectId, refusal(ErrorCode.IMPROPER_VALUE, refused)), List.of());
      }
    }
    return new Checked(decision, sound);
  }

  /**
   * Keeps them, in the current transaction; their requests are there by now.
   *
   * @throws NotKept if a request does not take its document
   */
  void keep(List<Sound> papers, String agency, Actor actor) {
    for (Sound paper : papers) {
      try {
        attachDocument.attach(agency, paper.attachment(), actor);
      } catch (HttpProblem refused) {
        if (refused.getStatusCode() != Status.CONFLICT.getStatusCode()) {
          throw refused;
        }
        throw new NotKept(paper.objectId(), refusal(ErrorCode.FINAL_STATE, refused));
      }
    }
  }

  private static Optional<String> kindSaid(HandoverObject object) {
    var type = object.at("doc:DocumentType");
    return type.path("common:Owner").asText().equals(Terms.WRIT)
            && type.path("common:Name").asText().equals(KINDS)
        ? Optional.of(type.path("common:Value").asText())
        : Optional.empty();
  }

  private static Optional<DocumentKind> kind(String said) {
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.name().equals(said))
        .findFirst();
  }

  private static Refusal refusal(ErrorCode code, HttpProblem refused) {
    return code.with("The document is not taken: " + refused.getDetail());
  }
}
