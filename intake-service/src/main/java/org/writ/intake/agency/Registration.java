package org.writ.intake.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is on file about an agency.
 *
 * @param name official name; an authority, never a person
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param certificate what packages are encrypted to
 */
public record Registration(
    String name, String country, Kind kind, RecipientCertificate certificate) {

  /** Sorts of authorities. */
  @Schema(name = "AgencyKind")
  public enum Kind {
    POLICE,
    PROSECUTOR,
    COURT,
    OTHER
  }
}
