package org.writ.local;

import java.util.List;

/**
 * An invented agency of the demo.
 *
 * @param id its client at Keycloak, and its id in Writ
 * @param name the official name
 * @param country ISO 3166-1 alpha-2; {@code XX} for the one that ETSI's examples are posted as
 * @param kind {@code POLICE} or {@code PROSECUTOR}
 */
record DemoAgency(String id, String name, String country, String kind) {

  static final List<DemoAgency> ALL =
      List.of(
          new DemoAgency("agency-de", "Demo Police Germany", "DE", "POLICE"),
          new DemoAgency("agency-fr", "Demo Prosecutor France", "FR", "PROSECUTOR"),
          new DemoAgency("agency-in", "Demo Police India", "IN", "POLICE"),
          new DemoAgency("agency-xx", "Demo Police Example", "XX", "POLICE"));
}
