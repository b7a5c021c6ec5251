package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Ids;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.web.problem.Problems;

/** Takes documents in that come inside a message, together with what else the message does. */
@ApplicationScoped
public class AttachDocument {

  private final CaseKeys keys;
  private final CheckDocument check;
  private final AcceptDocument accept;
  private final DocumentConfig config;
  private final Ids ids;

  AttachDocument(
      CaseKeys keys, CheckDocument check, AcceptDocument accept, DocumentConfig config, Ids ids) {
    this.keys = keys;
    this.check = check;
    this.accept = accept;
    this.config = config;
    this.ids = ids;
  }

  /** A document that was looked at and may be taken. */
  public static final class Attachment {

    private final String requestId;
    private final NewDocument document;
    private final AttachedDocument attached;

    private Attachment(String requestId, NewDocument document, AttachedDocument attached) {
      this.requestId = requestId;
      this.document = document;
      this.attached = attached;
    }
  }

  /**
   * Looks at a document, whose request need not be there yet; not in a transaction, as the scanner
   * may take long.
   *
   * @param fileName as the agency calls it
   * @param kind what the agency says it is for; null: as for any document
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 413 if it is too large, 415 if it is of no
   *     type that is taken, 422 if its name or content is refused, 503 if it cannot be scanned now
   */
  public Attachment check(
      String requestId, String fileName, @Nullable DocumentKind kind, byte[] bytes) {
    if (bytes.length > config.maxSize().asLongValue()) {
      throw Problems.tooLarge(config.maxSize().asLongValue());
    }
    var attached = new AttachedDocument(keys, requestId, ids.next().toString(), bytes);
    try {
      return new Attachment(
          requestId, check.check(attached, FileName.parse(fileName), kind), attached);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory can be read", impossible);
    }
  }

  /**
   * Adds it to the agency's request, in the current transaction; a repetition of an accepted one
   * changes nothing.
   *
   * @throws org.writ.intake.agency.AgencyRefusal (403) if the agency may not act
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the agency has no such request, 409
   *     if the request does not take it
   * @throws org.writ.eventlog.ConcurrentChange if the request changed meanwhile
   */
  public void attach(String agency, Attachment attachment, Actor actor) {
    accept.accept(agency, attachment.requestId, attachment.document, attachment.attached, actor);
  }
}
