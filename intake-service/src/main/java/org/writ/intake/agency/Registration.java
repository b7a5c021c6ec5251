package org.writ.intake.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is on file about an agency.
 *
 * @param name official name; an authority, never a person
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param certificate what packages are encrypted to, until the agency gives a newer one
 * @param jurisdiction the territory or matter that it is competent for; empty if nobody said
 * @param domains mail domains that its officers write from; ASCII (A-labels), lower case, sorted
 * @param endpoint where its HI-1 messages come from; null if it sends none
 * @param clients OIDC clients that may act for it; its id is always one; sorted
 * @param callBackPhone the authority's number for call-backs (E.164); empty if unknown
 * @param officeHours when somebody is at work there; null if nobody said
 */
public record Registration(
    String name,
    String country,
    Kind kind,
    RecipientCertificate certificate,
    String jurisdiction,
    List<String> domains,
    @Nullable Endpoint endpoint,
    List<String> clients,
    String callBackPhone,
    @Nullable OfficeHours officeHours) {

  /** Sorts of authorities. */
  @Schema(name = "AgencyKind")
  public enum Kind {
    POLICE,
    PROSECUTOR,
    COURT,
    OTHER
  }

  /**
   * Where HI-1 messages come from (ETSI TS 103 120, EndpointID).
   *
   * @param countryCode two letters, as the header's CountryCode
   * @param uniqueIdentifier as the header's UniqueIdentifier
   */
  @Schema(name = "HandoverEndpoint")
  public record Endpoint(String countryCode, String uniqueIdentifier) {}
}
