package org.writ.intake.hi1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Text;

/**
 * An agency's answer to a question of the reviewers. Pure.
 *
 * <p>The standard has notifications from the receiver to the sender only, so an answer is a
 * DocumentObject, as in ETSI's profile for Regulation (EU) 2023/1543 (TS 104 144, examples of
 * correspondence): its {@code DocumentType} is ETSI's {@code EPOCDocumentType} {@code
 * ProvideAdditionalInformation}, its body is plain text. It is linked to the question's
 * NotificationObject, or to the Authorisation or a task of the request.
 *
 * @param requestId the request that was asked about
 * @param words the answer
 */
record ClarificationAnswer(String requestId, String words) {

  private static final String DICTIONARY = "EPOCDocumentType";
  private static final String VALUE = "ProvideAdditionalInformation";
  private static final String PLAIN_TEXT = "text/plain";
  private static final String CONTENT_TYPE = "doc:ContentType";

  /** As of an answer that comes another way. */
  private static final Text RULE = Text.lines(10_000);

  /** The answer, or why it is none. */
  sealed interface Result {
    /** A sound one. */
    record Sound(ClarificationAnswer answer) implements Result {}

    /** An object that is refused. */
    record Faulty(Refusal refusal) implements Result {}
  }

  /** Whether a DocumentObject means to be an answer, and not a document of the request. */
  static boolean isMeant(HandoverObject document) {
    var type = document.at("doc:DocumentType");
    return type.path("common:Owner").asText().equals(Terms.ETSI)
        && type.path("common:Name").asText().equals(DICTIONARY)
        && type.path("common:Value").asText().equals(VALUE);
  }

  /**
   * Reads an answer.
   *
   * @param known the agency's objects that the message mentions, by id
   * @param issued mentioned objects that we issued to the agency, by id
   */
  static Result read(
      HandoverObject document, Map<String, Known> known, Map<String, Issued> issued) {
    return switch (LinkedRequest.of(document, known, issued)) {
      case LinkedRequest.Result.Faulty(Refusal refusal) -> new Result.Faulty(refusal);
      case LinkedRequest.Result.Sound(LinkedRequest request) -> read(document, request, issued);
    };
  }

  private static Result read(
      HandoverObject document, LinkedRequest request, Map<String, Issued> issued) {
    var standing = request.standing();
    int waiting = standing == null ? -1 : standing.waitingQuestion();
    for (String id : document.associated()) {
      var ours = issued.get(id);
      if (ours != null && ours.kind() == DerivedId.Kind.QUESTION && ours.number() != waiting) {
        return faulty(
            ErrorCode.LINK_EXPIRED, "AssociatedObjects: the question waits for no answer any more");
      }
    }
    return waiting < 0
        ? faulty(ErrorCode.FINAL_STATE, "AssociatedObjects: no question waits for an answer")
        : words(document, request.id());
  }

  private static Result words(HandoverObject document, String requestId) {
    if (!document.text("doc:DocumentBody", CONTENT_TYPE).orElse("").equals(PLAIN_TEXT)) {
      return faulty(
          ErrorCode.NOT_SUPPORTED,
          "doc:DocumentBody/doc:ContentType: an answer is text/plain; send a document with another"
              + " DocumentType");
    }
    var content = PaperContent.of(document);
    if (content.isEmpty()) {
      return faulty(ErrorCode.MISSING, "doc:DocumentBody: the answer itself");
    }
    String words = utf8(content.get().bytes());
    if (words == null || !RULE.faults(words).isEmpty()) {
      return faulty(
          ErrorCode.IMPROPER_VALUE,
          "doc:DocumentBody/doc:Contents: must be text of 1 to 10000 characters in UTF-8");
    }
    return new Result.Sound(new ClarificationAnswer(requestId, words));
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static Result faulty(ErrorCode code, String detail) {
    return new Result.Faulty(code.with(detail));
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "ClarificationAnswer[" + requestId + "]";
  }
}
