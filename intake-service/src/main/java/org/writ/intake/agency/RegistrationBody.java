package org.writ.intake.agency;

import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/agencies/{id}} as the OpenAPI document describes it; {@link
 * RegistrationReader} reads it.
 *
 * @param name official name, at most 200 characters
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param certificate X.509, PEM; valid now, RSA with 2048 bits or more, or EC; its subject is the
 *     authority, not a person
 * @param jurisdiction the territory or matter that it is competent for, at most 500 characters
 * @param domains mail domains that its officers write from; lower case, at most 50
 * @param endpoint where its HI-1 messages come from (ETSI TS 103 120, EndpointID)
 * @param clients OIDC clients that may act for it besides the one of its own id; at most 20
 * @param callBackPhone the authority's number for call-backs (E.164), found out by the operators
 * @param officeHours when somebody is at work there
 */
@Schema(name = "AgencyRegistration")
record RegistrationBody(
    @Schema(required = true) String name,
    @Schema(required = true) String country,
    @Schema(required = true) Registration.Kind kind,
    @Schema(required = true) String certificate,
    @Nullable String jurisdiction,
    @Nullable List<String> domains,
    Registration.@Nullable Endpoint endpoint,
    @Nullable List<String> clients,
    @Nullable String callBackPhone,
    @Nullable Hours officeHours) {

  /**
   * Office hours.
   *
   * @param timeZone such as {@code Europe/Berlin}
   * @param days at least one
   * @param opening such as {@code 08:00}, local time
   * @param closing such as {@code 17:30}, local time, later than opening
   */
  @Schema(name = "OfficeHours")
  record Hours(
      @Schema(required = true) String timeZone,
      @Schema(required = true) List<DayOfWeek> days,
      @Schema(required = true) String opening,
      @Schema(required = true) String closing) {}
}
