package org.writ.intake.request;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an agency names an account.
 *
 * @param type what sort of identifier it is
 * @param value the identifier, as the agency wrote it
 */
@Schema(name = "Identifier")
public record Identifier(
    @Schema(required = true) Type type,
    @Schema(required = true, examples = "+4915100000001") String value) {

  /** Sorts of identifiers. */
  @Schema(name = "IdentifierType")
  public enum Type {
    /**
     * Recommendation ITU-T E.164: a plus sign and at most 15 digits, of which the first is not 0.
     */
    PHONE_NUMBER(
        "\\+[1-9][0-9]{6,14}", "must be a phone number as in E.164, such as +4915100000001"),
    /** Without the sign that some clients put before it. */
    USERNAME(
        "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?",
        "must be a user name without @: 1 to 64 letters, digits, underscores, dots or hyphens"),
    /** The platform's own number of the account. */
    ACCOUNT_ID("[0-9]{1,20}", "must be an account id of 1 to 20 digits"),
    /** IPv4 in four decimal parts, or IPv6 (RFC 4291) without a zone. */
    IP_ADDRESS(
        "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}"
            + "|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]{2,45}",
        "must be an IPv4 or IPv6 address");

    private final Pattern syntax;
    private final String expectation;

    Type(String syntax, String expectation) {
      this.syntax = Pattern.compile(syntax);
      this.expectation = expectation;
    }

    /** What a value of this sort looks like, in words that follow its name. */
    String expectation() {
      return expectation;
    }
  }

  /** Whether the value is one of its type. */
  public boolean fitsItsType() {
    return type.syntax.matcher(value).matches()
        && (type != Type.IP_ADDRESS || !canonicalAddress().isEmpty());
  }

  /**
   * The same text for the same account: addresses can be written in many ways, user names in two
   * cases.
   */
  String canonicalValue() {
    return switch (type) {
      case PHONE_NUMBER, ACCOUNT_ID -> value;
      case USERNAME -> value.toLowerCase(Locale.ROOT);
      case IP_ADDRESS -> canonicalAddress();
    };
  }

  /** Never asks a name server: only literals are read. */
  private String canonicalAddress() {
    try {
      return InetAddress.ofLiteral(value).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  /** Without the value, which belongs in no log line. */
  @Override
  public String toString() {
    return "Identifier[" + type + "]";
  }
}
