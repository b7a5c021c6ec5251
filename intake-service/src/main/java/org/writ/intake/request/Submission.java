package org.writ.intake.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as an agency submits it: the body of {@code POST /v1/requests}, once {@link
 * SubmissionReader} found nothing wrong with it.
 *
 * @param reference the agency's own file number
 * @param process the legal process that the request rests on
 * @param regime the law that the process is used under
 * @param issuingAuthority who issued the order
 * @param issuedOn the day on which the order was issued
 * @param validUntil the last day on which the order is in force; null if it names none
 * @param offence what is investigated
 * @param suspectConfirmed whether the order confirms that the account's holder is a suspect
 * @param items the accounts that are asked about, at least one
 * @param officer who answers questions
 * @param userNotice that the user is not to be told yet; null if the agency asks for no delay
 */
@Schema(name = "Submission")
public record Submission(
    @Schema(required = true, maxLength = 100, examples = "AZ 2026/000123") String reference,
    @Schema(required = true) Process process,
    @Schema(required = true) Regime regime,
    @Schema(required = true) IssuingAuthority issuingAuthority,
    @Schema(required = true) LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    @Schema(required = true) Offence offence,
    @Schema(required = true) boolean suspectConfirmed,
    @Schema(required = true, minItems = 1) List<Item> items,
    @Schema(required = true) Officer officer,
    @Nullable UserNotice userNotice) {

  /** Kinds of legal process; {@code UNSPECIFIED} comes only from HI-1, which need not say it. */
  @Schema(
      enumeration = {
        "COURT_ORDER",
        "SEARCH_WARRANT",
        "SUBPOENA",
        "PRODUCTION_ORDER",
        "PRESERVATION_ORDER",
        "EMERGENCY"
      })
  public enum Process {
    COURT_ORDER,
    SEARCH_WARRANT,
    SUBPOENA,
    PRODUCTION_ORDER,
    PRESERVATION_ORDER,
    EMERGENCY,
    UNSPECIFIED
  }

  /** The law that a process is used under. */
  public enum Regime {
    NATIONAL,
    EU_E_EVIDENCE,
    MLAT,
    CLOUD_ACT
  }

  /** Kinds of issuing authorities; {@code UNSPECIFIED} comes only from HI-1. */
  @Schema(enumeration = {"COURT", "PROSECUTOR", "POLICE", "OTHER"})
  public enum AuthorityType {
    COURT,
    PROSECUTOR,
    POLICE,
    OTHER,
    UNSPECIFIED
  }

  /** Kinds of offences; {@code UNSPECIFIED} comes only from HI-1, which need not say it. */
  @Schema(
      enumeration = {
        "TERRORISM",
        "CHILD_SEXUAL_ABUSE",
        "DRUG_TRAFFICKING",
        "MONEY_LAUNDERING",
        "FRAUD",
        "CYBERCRIME",
        "VIOLENCE",
        "SPEECH",
        "OTHER"
      })
  public enum OffenceCategory {
    TERRORISM,
    CHILD_SEXUAL_ABUSE,
    DRUG_TRAFFICKING,
    MONEY_LAUNDERING,
    FRAUD,
    CYBERCRIME,
    VIOLENCE,
    SPEECH,
    OTHER,
    UNSPECIFIED
  }

  /** What data can be asked for; {@code CONTENT} and {@code TRAFFIC} are always refused later. */
  public enum DataType {
    PHONE_NUMBER,
    IP_ADDRESS,
    DEVICE,
    USERNAME_HISTORY,
    CONTENT,
    TRAFFIC
  }

  /**
   * Who issued the order.
   *
   * @param name of the court, the prosecutor's office or the police authority
   * @param type what sort of authority it is
   * @param country ISO 3166-1 alpha-2
   */
  @Schema(name = "IssuingAuthority")
  public record IssuingAuthority(
      @Schema(required = true, maxLength = 200) String name,
      @Schema(required = true) AuthorityType type,
      @Schema(required = true, examples = "DE") String country) {}

  /**
   * What is investigated.
   *
   * @param category the kind of offence
   * @param statute the provision that it falls under
   * @param description the case in the agency's words
   */
  @Schema(name = "Offence")
  public record Offence(
      @Schema(required = true) OffenceCategory category,
      @Schema(required = true, maxLength = 500) String statute,
      @Schema(required = true, maxLength = 10_000) String description) {}

  /**
   * One account that is asked about.
   *
   * @param identifier how the account is named
   * @param dataTypes what is asked for, each once, at least one
   * @param from start of the period (inclusive); null: as far back as data is held
   * @param to end of the period (exclusive); null: until the request was received
   */
  @Schema(name = "Item")
  public record Item(
      @Schema(required = true) Identifier identifier,
      @Schema(required = true, minItems = 1, uniqueItems = true) List<DataType> dataTypes,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * Who answers questions about the request.
   *
   * @param name the officer's name
   * @param email the officer's address
   * @param phone the officer's number
   */
  @Schema(name = "Officer")
  public record Officer(
      @Schema(required = true, maxLength = 200) String name,
      @Schema(required = true, maxLength = 254) String email,
      @Schema(required = true, maxLength = 40) String phone) {}

  /**
   * That the user is not to be told yet.
   *
   * @param delayUntil the last day of the delay
   * @param reason why
   */
  @Schema(name = "UserNotice")
  public record UserNotice(
      @Schema(required = true) LocalDate delayUntil,
      @Schema(required = true, maxLength = 2_000) String reason) {}
}
