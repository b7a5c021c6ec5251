package org.writ.local;

import java.util.List;

/**
 * An invented agency of the demo.
 *
 * @param id its client at Keycloak, and its id in Writ
 * @param name the official name
 * @param country ISO 3166-1 alpha-2; {@code XX} for the one that ETSI's examples are posted as
 * @param kind {@code POLICE} or {@code PROSECUTOR}
 * @param jurisdiction what it is competent for
 * @param domain mail domain of its officers
 * @param uniqueIdentifier with the country, where its HI-1 messages come from
 * @param otherClients clients that may act for it besides its own
 * @param callBackPhone number for call-backs; from ranges that are kept for films where there are
 *     such
 * @param timeZone where its working hours are meant
 */
record DemoAgency(
    String id,
    String name,
    String country,
    String kind,
    String jurisdiction,
    String domain,
    String uniqueIdentifier,
    List<String> otherClients,
    String callBackPhone,
    String timeZone) {

  static final List<DemoAgency> ALL =
      List.of(
          new DemoAgency(
              "agency-de",
              "Demo Police Germany",
              "DE",
              "POLICE",
              "Federal",
              "polizei.example",
              "AGENCY-DE",
              List.of("agency-de-jwt"),
              "+493023125001",
              "Europe/Berlin"),
          new DemoAgency(
              "agency-fr",
              "Demo Prosecutor France",
              "FR",
              "PROSECUTOR",
              "Paris",
              "parquet.example",
              "AGENCY-FR",
              List.of(),
              "+33199000001",
              "Europe/Paris"),
          new DemoAgency(
              "agency-in",
              "Demo Police India",
              "IN",
              "POLICE",
              "Delhi",
              "police-in.example",
              "AGENCY-IN",
              List.of(),
              "+911155550001",
              "Asia/Kolkata"),
          new DemoAgency(
              "agency-xx",
              "Demo Police Example",
              "XX",
              "POLICE",
              "Example",
              "police-xx.example",
              "ACTOR01",
              List.of(),
              "+15555550100",
              "UTC"));
}
