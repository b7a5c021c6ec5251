package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.writ.look.Words;
import org.writ.pages.Reasons;
import org.writ.pages.Saying;

/**
 * Says in the reader's language why something was refused. The services' own sentences are English;
 * each of them that a page can cause has its words here. Pure.
 */
@ApplicationScoped
class RefusalWords implements Reasons {

  private static final long MEBIBYTE = 1L << 20;

  /** A sentence of a service, and the key of what the page says instead. */
  private enum Rule {
    CLIENT("The client that the token was issued to may not act for the agency\\.", "client"),
    ACCOUNT("This account may not act for the agency; .*", "account"),
    ROLE("The caller's roles do not allow this\\.|The token names no agency\\.", "role"),
    WEAK("Sign in with a second factor: .*", "weak"),
    OFTEN("The agency calls too often; the next call may be made in ([0-9]+) s\\.", "often"),
    UNREGISTERED("The agency is not registered here; .*", "unregistered"),
    INVITED("The agency's registration is not approved yet; .*", "invited"),
    SUSPENDED("(?:The|Your) agency is suspended; .*", "suspended"),
    CLOSED("The agency is closed; .*", "closed"),
    INACTIVE("The agency is not active; .*", "inactive"),
    CERTIFICATE("The agency's certificate is not valid: .*", "certificate"),
    FROZEN("The request is frozen because .*", "suspended"),
    ERASED("The request is erased.*", "erased"),
    ERASED_FORM("The request that was submitted with this Idempotency-Key is erased; .*", "erased"),
    SENT("This form was sent before, with other content\\.", "sent"),
    DISCLOSED("The data is disclosed; .*", "disclosed"),
    ENDED(
        "The request is at its end \\(.*\\); .*|This request cannot be withdrawn any more\\.",
        "ended"),
    NO_QUESTION("No question waits for an answer\\.", "noQuestion"),
    NOTHING_PRESERVED("Nothing is preserved for this request\\.", "nothingPreserved"),
    EXTENDED("The preservation was extended already, .*", "extended"),
    NOT_THAT_LONG("The preservation can be extended until .*, and no further .*", "notThatLong"),
    PRESERVATION_ENDED("The preservation ended at .*", "preservationEnded"),
    SAME_MOMENT("Somebody else changed this at the same moment; .*", "sameMoment"),
    BUSY(
        "(?:Too many submissions|Others of very many items are being read|This order is submitted too"
            + " often) at this moment.*",
        "busy"),

    FILE_NAME("A document's name has 1 to ([0-9]+) characters, .*", "fileName"),
    SAME_NAME("The request has another document of this name; .*", "sameName"),
    TOO_MANY("A request takes at most ([0-9]+) documents\\.", "documents"),
    ANSWERED("The request is answered and takes no more documents\\.", "answered"),
    EMPTY("The body is empty; send the document\\.", "emptyFile"),
    LARGE("At most ([0-9]+) bytes are accepted here\\.", "large", RefusalWords::mebibytes),
    TYPE("PDF, JPEG, PNG, TIFF and ASiC are taken, .* this looks like (.*)\\.", "type"),
    TWO_TYPES("The document is .* and a ZIP archive at once\\.", "twoTypes"),
    UNSOUND(
        "The container is no sound ZIP archive\\.|The container's directory does not list .*",
        "unsound"),
    OUTSIDE("The container has an entry whose name leads outside\\.", "outside"),
    TWICE("The container has two entries of one name\\.", "twice"),
    ENTRIES("The container has more than ([0-9]+) entries\\.", "entries"),
    BOMB("The container inflates to more than .*", "bomb"),
    VIRUS("The virus scanner found (.*) in the document; .*", "virus"),
    UNSCANNABLE("The document is larger than what the virus scanner takes; .*", "tooLargeToScan"),
    NO_SCANNER("The document cannot be scanned for viruses now; .*", "unscannable"),

    PREPARING("The package is still being prepared\\.", "preparing"),
    NOTHING_FOUND("Nothing was found, so there is no package\\.", "nothingFound"),
    PACKAGE_WITHDRAWN("The request was withdrawn; there is no package any more\\.", "withdrawn"),
    PACKAGE_EXPIRED("The package has expired\\.", "expired"),
    PACKAGE_DELETED("The package was acknowledged and is deleted by now\\.", "deleted"),
    NO_PACKAGES("The service that keeps packages gives none at this moment; .*", "noPackages");

    private final Saying saying;

    Rule(String sentence, String key) {
      this(sentence, key, UnaryOperator.identity());
    }

    Rule(String sentence, String key, UnaryOperator<String> value) {
      this.saying = Saying.of(sentence, "refusal." + key, value);
    }
  }

  @Override
  public Optional<String> say(Words words, String said) {
    return Arrays.stream(Rule.values())
        .map(rule -> rule.saying.say(words, said))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String mebibytes(String bytes) {
    return Long.toString(Long.parseLong(bytes) / MEBIBYTE);
  }
}
