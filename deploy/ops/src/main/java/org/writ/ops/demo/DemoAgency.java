package org.writ.ops.demo;

import java.util.List;

/**
 * An agency of the demo and what its orders look like.
 *
 * @param id its client
 * @param country of its orders
 * @param weight its share of the requests, in percent
 * @param court a court whose orders it sends
 * @param prosecutor an office whose orders it sends
 * @param police an authority that is no judicial one
 * @param statute a provision on drug trafficking
 * @param regime the law that its orders are sent under
 */
record DemoAgency(
    String id,
    String country,
    int weight,
    String court,
    String prosecutor,
    String police,
    String statute,
    String regime) {

  static final List<DemoAgency> ALL =
      List.of(
          new DemoAgency(
              "agency-in",
              "IN",
              45,
              "Saket District Court",
              "Directorate of Prosecution, Mumbai",
              "Cyber Crime Cell, Bengaluru",
              "NDPS Act, section 21",
              "MLAT"),
          new DemoAgency(
              "agency-de",
              "DE",
              30,
              "Amtsgericht Tiergarten",
              "Staatsanwaltschaft Hamburg",
              "Polizeipräsidium Köln",
              "§ 29a BtMG",
              "NATIONAL"),
          new DemoAgency(
              "agency-fr",
              "FR",
              20,
              "Tribunal judiciaire de Paris",
              "Parquet de Lyon",
              "Police judiciaire de Lille",
              "Code pénal, article 222-37",
              "EU_E_EVIDENCE"),
          new DemoAgency(
              "agency-xx",
              "XX",
              5,
              "Court of Example Town",
              "Prosecutor of Example Town",
              "Example Police",
              "Example Code, section 1",
              "NATIONAL"));
}
